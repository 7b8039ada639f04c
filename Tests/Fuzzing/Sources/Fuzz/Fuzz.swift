// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Feeds libFuzzer's inputs to the validator; its options are libFuzzer's own.
///
/// An input is one octet that chooses a surface and then what that surface reads. It ends with a trap when the
/// validator traps or accepts something that was not signed.
@main
struct Fuzz {
    /// Made once; libFuzzer calls back from one thread.
    private static let material: Material = {
        do { return try Material() } catch { fatalError("no keys: \(error)") }
    }()

    static func main() {
        _ = material
        var count = CommandLine.argc
        var arguments = CommandLine.unsafeArgv
        _ = runDriver(&count, &arguments) { data, size in
            Fuzz.run(Array(UnsafeBufferPointer(start: data, count: size)))
            return 0
        }
    }

    static func run(_ input: [UInt8]) {
        guard let first = input.first else { return }
        Surface.all[Int(first) % Surface.all.count].read(input.dropFirst(), material)
    }
}

/// libFuzzer's own entry point (compiler-rt, `FuzzerInterface.h`).
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ callback: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt
