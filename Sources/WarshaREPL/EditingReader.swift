// SPDX-License-Identifier: Apache-2.0

import CLineEdit
import Foundation

/// Lines typed at a terminal: edited, recalled from a history file, completed with Tab.
package final class EditingReader: LineReader {
  package let isInteractive = true
  private let editor: OpaquePointer
  private var historyPath: String?
  private let warn: (String) -> Void
  /// The session, while its line is read.
  private var session: (any ShellSession)?

  /// Opens the terminal on standard input and output; nil where it cannot be edited on.
  ///
  /// A history file that exists and cannot be read, or whose folder cannot be made, costs one
  /// warning and is left alone: it is not overwritten.
  package init?(historyPath: String?, warn: @escaping (String) -> Void) {
    guard let editor = warsha_edit_open("warsha") else { return nil }
    self.editor = editor
    self.warn = warn
    self.historyPath = historyPath
    openHistory()
    warsha_edit_set_completion(
      editor,
      { context, _, line in
        guard let context, let line else { return }
        // The reader owns the editor and outlives every call of it.
        let reader = Unmanaged<EditingReader>.fromOpaque(context).takeUnretainedValue()
        reader.complete(String(cString: line))
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  deinit { warsha_edit_close(editor) }

  package func readLine(for session: any ShellSession) -> LineInput {
    self.session = session
    defer { self.session = nil }
    warsha_edit_set_prompt(editor, session.prompt)
    var line: UnsafePointer<CChar>?
    switch warsha_edit_read(editor, &line) {
    case WARSHA_EDIT_LINE: return line.map { .line(String(cString: $0)) } ?? .end
    case WARSHA_EDIT_INTERRUPTED: return .interrupted
    default: return .end
    }
  }

  /// Saves at once: a crash of a plugin must not cost the line that led to it.
  package func remember(_ line: String) {
    warsha_edit_remember(editor, line)
    guard let path = historyPath, !warsha_edit_save_history(editor, path) else { return }
    historyPath = nil
    warn("Cannot write the history file \(path); this session's lines are not kept. \(Self.remedy)")
  }

  private static let remedy = "Set WARSHA_HISTORY to another path, or to nothing to keep none."

  private func openHistory() {
    guard let path = historyPath else { return }
    if FileManager.default.fileExists(atPath: path) {
      // An empty file is no history file to libedit, but is nothing to warn of either.
      let attributes = try? FileManager.default.attributesOfItem(atPath: path)
      if attributes?[.size] as? Int == 0 || warsha_edit_load_history(editor, path) { return }
      warn("Cannot read the history file \(path); it is left as it is. \(Self.remedy)")
      historyPath = nil
      return
    }
    do {
      try HistoryFile.makeFolder(of: path)
    } catch {
      warn("Cannot make the folder of the history file \(path). \(Self.remedy)")
      historyPath = nil
    }
  }

  private func complete(_ line: String) {
    guard let session else { return }
    let answer = CompletionAnswer(line: line, session: session)
    if let insertion = answer.insertion { warsha_edit_replace(editor, answer.replaced, insertion) }
    if !answer.list.isEmpty { warsha_edit_list(editor, answer.list.joined(separator: "\n")) }
  }
}
