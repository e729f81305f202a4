// SPDX-License-Identifier: Apache-2.0

/// What depends on the date of a document: names that bodies bore one after the other, offices that
/// persons held. Days are ISO dates and compared as text.
package struct Chronicle: Sendable {
  /// Something that holds from a day on, and until the day before another.
  private struct Period: Sendable {
    var what: String
    var from: String
    /// Empty when it has no end.
    var until: String

    func contains(_ date: String) -> Bool { from <= date && (until.isEmpty || date < until) }
  }

  private var entityOfName: [String: String] = [:]
  private var namesOfEntity: [String: [Period]] = [:]
  private var offices: [String: [Period]] = [:]

  /// Adds a name that a body bore from a day on.
  mutating func add(name: String, of entity: String, from: String) {
    entityOfName[name] = entity
    namesOfEntity[entity, default: []].append(Period(what: name, from: from, until: ""))
  }

  /// Adds an office that a person held.
  mutating func add(office: String, of person: String, from: String, until: String) {
    offices[person, default: []].append(Period(what: office, from: from, until: until))
  }

  /// The one identity of a body that changed its name; nil of others.
  func entity(of name: String) -> String? { entityOfName[name] }

  /// The name that an entity bears on a day: the last one that began by then.
  func name(of entity: String, on date: String) -> String? {
    namesOfEntity[entity]?.filter { $0.contains(date) }.max { $0.from < $1.from }?.what
  }

  /// The office that a person holds on a day.
  func office(of person: String, on date: String) -> String? {
    offices[person]?.last { $0.contains(date) }?.what
  }
}
