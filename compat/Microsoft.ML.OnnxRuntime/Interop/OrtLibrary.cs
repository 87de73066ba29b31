using System.Runtime.InteropServices;

namespace Microsoft.ML.OnnxRuntime.Interop;

/// <summary>The native library: loaded once, at the first use of anything here, and never unloaded.</summary>
internal sealed unsafe class OrtLibrary
{
    /// <summary>
    /// The oldest table that holds every function used with its present meaning: that of ONNX Runtime 1.20, the first whose CoreML
    /// provider is appended by name.
    /// </summary>
    public const uint MinimumApiVersion = 20;

    private static readonly Lazy<OrtLibrary> Loaded = new(() => Load(NativeLibraryPath.BesideProgram(), MinimumApiVersion));

    private readonly OrtApi* _api;

    private OrtLibrary(OrtApi* api, string version)
    {
        _api = api;
        Version = version;
    }

    /// <exception cref="DllNotFoundException">There is no library, or it cannot be loaded.</exception>
    /// <exception cref="EntryPointNotFoundException">It is not ONNX Runtime, or is too old.</exception>
    public static OrtApi* Api => Loaded.Value._api;

    public static OrtLibrary Current => Loaded.Value;

    /// <summary>As the library tells it, for example "1.30.0".</summary>
    public string Version { get; }

    public static OrtLibrary Load(string path, uint minimumApiVersion)
    {
        if (!File.Exists(path))
            throw new DllNotFoundException($"ONNX Runtime's native library is missing at {path}; run ./kokoro doctor");
        var library = Open(path);
        if (!NativeLibrary.TryGetExport(library, "OrtGetApiBase", out var export))
            throw new EntryPointNotFoundException($"{path} is not ONNX Runtime (it has no OrtGetApiBase); run ./kokoro doctor");

        var root = ((delegate* unmanaged<OrtApiBase*>)export)();
        var version = Utf8.Read(root->GetVersionString());
        var api = root->GetApi(minimumApiVersion);
        if (api == null)
        {
            throw new EntryPointNotFoundException(
                $"ONNX Runtime {version} at {path} is too old: version 1.{minimumApiVersion} of its API is needed; run ./kokoro doctor");
        }

        return new OrtLibrary(api, version);
    }

    private static nint Open(string path)
    {
        try
        {
            return NativeLibrary.Load(path);
        }
        catch (Exception exception) when (exception is DllNotFoundException or BadImageFormatException)
        {
            var why = exception.Message.ReplaceLineEndings(" ").Trim();
            throw new DllNotFoundException(
                $"ONNX Runtime's native library at {path} cannot be loaded ({why}); run ./kokoro doctor", exception);
        }
    }
}
