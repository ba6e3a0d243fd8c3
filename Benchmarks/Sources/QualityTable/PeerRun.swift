import Foundation

/// A run of another program on a benchmark file, for the same table.
///
/// The script is called as `python3 SCRIPT PEER SECONDS FILE` and prints name,
/// peer, value, bound and seconds, checked by itself.
struct PeerRun {
  /// The peers that the script knows.
  static let names = ["cpsat", "highs"]

  let value: Double?
  let bound: Double?
  let seconds: Double?

  /// Runs a peer; nil where Python, the script or its libraries are missing.
  init?(_ peer: String, script: String, python: String, seconds limit: Double, file: URL) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [python, script, peer, "\(limit)", file.path]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0,
      let line = String(decoding: data, as: UTF8.self).split(separator: "\n").last
    else { return nil }
    let cells = line.split(separator: " ")
    guard cells.count == 5 else { return nil }
    value = Double(cells[2])
    bound = Double(cells[3])
    seconds = Double(cells[4])
  }
}
