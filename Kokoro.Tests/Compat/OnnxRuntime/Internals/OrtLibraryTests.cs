using Microsoft.ML.OnnxRuntime.Interop;

namespace Kokoro.Tests.Compat.OnnxRuntime.Internals;

public class OrtLibraryTests
{
    /// <summary>No version of ONNX Runtime has come this far.</summary>
    private const uint FarAhead = 9999;

    [Fact]
    public void Load_missing_namesThePathAndTheFix()
    {
        using var folder = new TemporaryFolder();
        var refused = Assert.Throws<DllNotFoundException>(
            () => OrtLibrary.Load(folder["libonnxruntime.so.1"], OrtLibrary.MinimumApiVersion));
        Assert.Contains(folder["libonnxruntime.so.1"], refused.Message, StringComparison.Ordinal);
        Assert.EndsWith("run ./kokoro doctor", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_noLibrary_namesThePathOnOneLine()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["lib.so"], "text");
        var refused = Assert.Throws<DllNotFoundException>(() => OrtLibrary.Load(folder["lib.so"], OrtLibrary.MinimumApiVersion));
        Assert.Contains(folder["lib.so"], refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
    }

    [Fact]
    public void Load_anotherLibrary_isNotOnnxRuntime()
    {
        var another = Directory.GetFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "libSystem.Native.*").Order().First();
        var refused = Assert.Throws<EntryPointNotFoundException>(() => OrtLibrary.Load(another, OrtLibrary.MinimumApiVersion));
        Assert.Contains("is not ONNX Runtime", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_olderThanNeeded_namesBothVersions()
    {
        var refused = Assert.Throws<EntryPointNotFoundException>(() => OrtLibrary.Load(NativeLibraryPath.BesideProgram(), FarAhead));
        Assert.Contains($"ONNX Runtime {OrtLibrary.Current.Version} ", refused.Message, StringComparison.Ordinal);
        Assert.Contains("1.9999", refused.Message, StringComparison.Ordinal);
    }
}
