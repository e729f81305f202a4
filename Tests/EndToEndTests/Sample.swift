// SPDX-License-Identifier: Apache-2.0

/// Texts whose results do not depend on how good extractors are: lengths, and no place near them.
enum Sample {
  /// Two lengths after an emoji, two words with marks.
  static let article = """
    سباق الصحراء 📉

    قطع العدّاء 5 كيلومترات في نصف ساعة، ثم مشى مئتي متر.
    وقال المنظمون إنّ السباق القادم يمتد على 42 كلم.

    """

  /// What `extract --extractors distances` prints about it.
  static let table = """
    article: 3 annotations
    id  layer      type      value     span  rule                  text
    --  ---------  --------  -----  -------  --------------------  -----------
    T1  distances  Distance  5000     28-39  quantity.number-unit  5 كيلومترات
    T2  distances  Distance  200      60-68  quantity.number-unit  مئتي متر
    T3  distances  Distance  42000  111-117  quantity.number-unit  42 كلم

    """

  /// A folder with the article.
  static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("article.txt", article)
    return folder
  }

  /// A corpus of one document with its lengths as gold, in `corpus` below the folder.
  static func addCorpus(to folder: TemporaryFolder) throws {
    try folder.write("corpus/race.txt", article)
    try folder.write(
      "corpus/race.ann",
      """
      T1\tDistance 28 39\t5 كيلومترات
      #1\tAnnotatorNotes T1\ttype=Distance; metres=5000; unit=kilometer
      T2\tDistance 60 68\tمئتي متر
      #2\tAnnotatorNotes T2\ttype=Distance; metres=200; unit=meter
      T3\tDistance 111 117\t42 كلم
      #3\tAnnotatorNotes T3\ttype=Distance; metres=42000; unit=kilometer

      """)
    try folder.write(
      "corpus/corpus.json",
      """
      [{"id": "race", "title": "race", "date": "2024-12-06", "split": "dev", "licence": "CC BY 4.0"}]
      """)
  }
}
