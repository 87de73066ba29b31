using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime.Interop;

namespace Kokoro.Tests.Compat.OnnxRuntime.Internals;

public class NativeLibraryPathTests
{
    [Theory]
    [InlineData("LINUX", Architecture.X64, "bin/napi-v6/linux/x64/libonnxruntime.so.1")]
    [InlineData("LINUX", Architecture.Arm64, "bin/napi-v6/linux/arm64/libonnxruntime.so.1")]
    [InlineData("OSX", Architecture.Arm64, "bin/napi-v6/darwin/arm64/libonnxruntime.1.dylib")]
    public void InPackage_platformThatIsThere_isItsFile(string platform, Architecture architecture, string expected) =>
        Assert.Equal(expected, NativeLibraryPath.InPackage(OSPlatform.Create(platform), architecture));

    [Theory]
    [InlineData("OSX", Architecture.X64, "macOS on Intel")]
    [InlineData("LINUX", Architecture.X86, "X86")]
    [InlineData("WINDOWS", Architecture.X64, "WINDOWS")]
    [InlineData("FREEBSD", Architecture.Arm64, "FREEBSD")]
    public void InPackage_platformThatIsNot_isNamed(string platform, Architecture architecture, string named)
    {
        var refused = Assert.Throws<PlatformNotSupportedException>(
            () => NativeLibraryPath.InPackage(OSPlatform.Create(platform), architecture));
        Assert.Contains(named, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void BesideProgram_afterTheBuild_isTheOnlyLibraryThere()
    {
        var path = NativeLibraryPath.BesideProgram();
        Assert.Equal([path], Directory.GetFiles(AppContext.BaseDirectory, "*onnxruntime*.*").Where(IsNative));

        static bool IsNative(string file) =>
            Path.GetFileName(file).StartsWith("lib", StringComparison.Ordinal) || file.EndsWith(".node", StringComparison.Ordinal);
    }
}
