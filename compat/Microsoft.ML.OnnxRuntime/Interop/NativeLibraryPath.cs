using System.Runtime.InteropServices;

namespace Microsoft.ML.OnnxRuntime.Interop;

/// <summary>Where npm's package onnxruntime-node 1.30.0 keeps the library for each platform.</summary>
internal static class NativeLibraryPath
{
    /// <summary>The path inside the package. The build copies that one file, under its own name, beside the program.</summary>
    /// <exception cref="PlatformNotSupportedException">The package holds no library for this platform.</exception>
    public static string InPackage(OSPlatform platform, Architecture architecture) => (Name(platform), architecture) switch
    {
        ("linux", Architecture.X64) => "bin/napi-v6/linux/x64/libonnxruntime.so.1",
        ("linux", Architecture.Arm64) => "bin/napi-v6/linux/arm64/libonnxruntime.so.1",
        ("darwin", Architecture.Arm64) => "bin/napi-v6/darwin/arm64/libonnxruntime.1.dylib",
        ("darwin", Architecture.X64) => throw new PlatformNotSupportedException(
            "onnxruntime-node 1.30.0 has no library for macOS on Intel; use a Mac with an Apple processor, or Linux"),
        _ => throw new PlatformNotSupportedException(
            $"there is no ONNX Runtime library here for {platform} on {architecture}; use Linux (x64, arm64) or macOS (arm64)"),
    };

    /// <summary>The path beside the running program.</summary>
    /// <exception cref="PlatformNotSupportedException">The package holds no library for this platform.</exception>
    public static string BesideProgram() =>
        Path.Combine(AppContext.BaseDirectory, Path.GetFileName(InPackage(CurrentPlatform(), RuntimeInformation.ProcessArchitecture)));

    private static OSPlatform CurrentPlatform() =>
        OperatingSystem.IsLinux() ? OSPlatform.Linux
        : OperatingSystem.IsMacOS() ? OSPlatform.OSX
        : OSPlatform.Create(RuntimeInformation.OSDescription);

    private static string Name(OSPlatform platform) =>
        platform == OSPlatform.Linux ? "linux"
        : platform == OSPlatform.OSX ? "darwin"
        : "";
}
