using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime.Interop;

namespace Microsoft.ML.OnnxRuntime;

/// <summary>How sessions are made. A session takes a copy, so the options may be disposed or used again afterwards.</summary>
public unsafe class SessionOptions : SafeHandle
{
    private bool _enableMemoryPattern = true;
    private ExecutionMode _executionMode = ExecutionMode.ORT_SEQUENTIAL;
    private GraphOptimizationLevel _graphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL;
    private string _optimizedModelFilePath = "";
    private int _intraOpNumThreads;
    private int _interOpNumThreads;
    private OrtLoggingLevel _logSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_WARNING;

    public SessionOptions()
        : base(0, ownsHandle: true)
    {
        nint options;
        OrtStatus.Check(OrtLibrary.Api->CreateSessionOptions(&options), nameof(OrtApi.CreateSessionOptions));
        SetHandle(options);
    }

    public override bool IsInvalid => handle == 0;

    /// <summary>Plans a run's memory from the first one with inputs of the same shapes; keeps a plan for each. On by default.</summary>
    public bool EnableMemoryPattern
    {
        get => _enableMemoryPattern;
        set
        {
            using var options = new Lease(this);
            if (value)
                OrtStatus.Check(OrtLibrary.Api->EnableMemPattern(options.Pointer), nameof(OrtApi.EnableMemPattern));
            else
                OrtStatus.Check(OrtLibrary.Api->DisableMemPattern(options.Pointer), nameof(OrtApi.DisableMemPattern));
            _enableMemoryPattern = value;
        }
    }

    public ExecutionMode ExecutionMode
    {
        get => _executionMode;
        set
        {
            Set(OrtLibrary.Api->SetSessionExecutionMode, (int)value, nameof(OrtApi.SetSessionExecutionMode));
            _executionMode = value;
        }
    }

    public GraphOptimizationLevel GraphOptimizationLevel
    {
        get => _graphOptimizationLevel;
        set
        {
            Set(OrtLibrary.Api->SetSessionGraphOptimizationLevel, (int)value, nameof(OrtApi.SetSessionGraphOptimizationLevel));
            _graphOptimizationLevel = value;
        }
    }

    /// <summary>Where the graph is written after it has been optimised, when a session is made.</summary>
    public string OptimizedModelFilePath
    {
        get => _optimizedModelFilePath;
        set
        {
            using var options = new Lease(this);
            var path = Utf8.Pinned(value);
            var status = OrtLibrary.Api->SetOptimizedModelFilePath(options.Pointer, Utf8.Pointer(path));
            GC.KeepAlive(path);
            OrtStatus.Check(status, nameof(OrtApi.SetOptimizedModelFilePath));
            _optimizedModelFilePath = value;
        }
    }

    /// <summary>Threads inside one node, the calling one included; 0 lets the library choose.</summary>
    public int IntraOpNumThreads
    {
        get => _intraOpNumThreads;
        set
        {
            Set(OrtLibrary.Api->SetIntraOpNumThreads, value, nameof(OrtApi.SetIntraOpNumThreads));
            _intraOpNumThreads = value;
        }
    }

    /// <summary>Threads between nodes; looked at in parallel execution only.</summary>
    public int InterOpNumThreads
    {
        get => _interOpNumThreads;
        set
        {
            Set(OrtLibrary.Api->SetInterOpNumThreads, value, nameof(OrtApi.SetInterOpNumThreads));
            _interOpNumThreads = value;
        }
    }

    public OrtLoggingLevel LogSeverityLevel
    {
        get => _logSeverityLevel;
        set
        {
            Set(OrtLibrary.Api->SetSessionLogSeverityLevel, (int)value, nameof(OrtApi.SetSessionLogSeverityLevel));
            _logSeverityLevel = value;
        }
    }

    /// <summary>Sets one of the keys of onnxruntime_session_options_config_keys.h; the last value of a key holds.</summary>
    public void AddSessionConfigEntry(string configKey, string configValue)
    {
        using var options = new Lease(this);
        var key = Utf8.Pinned(configKey);
        var value = Utf8.Pinned(configValue);
        var status = OrtLibrary.Api->AddSessionConfigEntry(options.Pointer, Utf8.Pointer(key), Utf8.Pointer(value));
        GC.KeepAlive(key);
        GC.KeepAlive(value);
        OrtStatus.Check(status, nameof(OrtApi.AddSessionConfigEntry));
    }

    /// <summary>Prefers a provider over those appended after it; what it cannot do is done by the CPU.</summary>
    /// <exception cref="OnnxRuntimeException">The library does not have it.</exception>
    public void AppendExecutionProvider(string providerName, Dictionary<string, string>? providerOptions = null)
    {
        var pairs = providerOptions ?? [];
        var name = Utf8.Pinned(providerName);
        var keys = pairs.Keys.Select(Utf8.Pinned).ToArray();
        var values = pairs.Values.Select(Utf8.Pinned).ToArray();
        var keyPointers = new byte*[pairs.Count];
        var valuePointers = new byte*[pairs.Count];
        for (var i = 0; i < pairs.Count; i++)
        {
            keyPointers[i] = Utf8.Pointer(keys[i]);
            valuePointers[i] = Utf8.Pointer(values[i]);
        }

        using var options = new Lease(this);
        fixed (byte** key = keyPointers, value = valuePointers)
        {
            var status = OrtLibrary.Api->SessionOptionsAppendExecutionProvider(
                options.Pointer, Utf8.Pointer(name), key, value, (nuint)pairs.Count);
            GC.KeepAlive(name);
            GC.KeepAlive(keys);
            GC.KeepAlive(values);
            OrtStatus.Check(status, nameof(OrtApi.SessionOptionsAppendExecutionProvider));
        }
    }

    protected override bool ReleaseHandle()
    {
        OrtLibrary.Api->ReleaseSessionOptions(handle);
        return true;
    }

    private void Set(delegate* unmanaged<nint, int, nint> setter, int value, string operation)
    {
        using var options = new Lease(this);
        OrtStatus.Check(setter(options.Pointer, value), operation);
    }
}
