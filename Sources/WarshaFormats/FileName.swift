// SPDX-License-Identifier: Apache-2.0

/// Names of files and the ids of the documents in them.
package enum FileName {
  /// Bytes that file systems allow a name.
  package static let limit = 255

  /// Name of a file without folder and extension: the id of its document where the file has none.
  package static func stem(of path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }

  /// The name, without extension, of the files of a document: its id where that can be one.
  ///
  /// `_` stands for `/`, for NUL and for a dot in front, which would hide the file or name a folder.
  /// What is too long with `reserved` bytes of dot and extension is cut; eight digits of the id's
  /// SHA-256 keep it apart from others that begin alike.
  package static func base(ofID id: String, reserving reserved: Int) -> String {
    var scalars = String.UnicodeScalarView()
    // By scalars: `/` with a combining mark is another character than `/`, but no other byte.
    for scalar in id.unicodeScalars {
      let isBad = scalar == "/" || scalar.value == 0 || scalar == "." && scalars.isEmpty
      scalars.append(isBad ? "_" : scalar)
    }
    if scalars.isEmpty { return "_" }
    let name = String(scalars)
    if name.utf8.count + reserved <= limit { return name }
    let mark = "~" + SHA256.hexDigest(of: Array(id.utf8)).prefix(8)
    var room = limit - reserved - mark.utf8.count
    let kept = scalars.prefix { scalar in
      room -= UTF8.width(scalar)
      return room >= 0
    }
    return String(kept) + mark
  }
}
