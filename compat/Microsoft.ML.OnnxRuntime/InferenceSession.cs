using Microsoft.ML.OnnxRuntime.Interop;

namespace Microsoft.ML.OnnxRuntime;

/// <summary>
/// A loaded model. Several threads may run it at once. Disposing it while runs are under way, or before their outputs, is
/// harmless: what they need is released when the last of them is done.
/// </summary>
public unsafe class InferenceSession : IDisposable
{
    private readonly Dictionary<string, NodeMetadata> _inputs = [];
    private readonly Dictionary<string, NodeMetadata> _outputs = [];

    /// <summary>The names as the native library reads them, made once.</summary>
    private readonly Dictionary<string, byte[]> _inputNames = [];
    private readonly Dictionary<string, byte[]> _outputNames = [];

    /// <exception cref="OnnxRuntimeException">The file is missing, is not a model, or needs what the library does not have.</exception>
    public InferenceSession(string modelPath, SessionOptions options)
        : this(SessionHandle.Open(OrtEnv.Instance(), modelPath, options))
    {
    }

    /// <inheritdoc cref="InferenceSession(string,SessionOptions)"/>
    public InferenceSession(byte[] model, SessionOptions options)
        : this(SessionHandle.Open(OrtEnv.Instance(), model, options))
    {
    }

    private InferenceSession(SessionHandle handle)
    {
        Handle = handle;
        using var session = new Lease(handle);
        var inputs = NodeReader.Inputs(session.Pointer);
        var outputs = NodeReader.Outputs(session.Pointer);
        InputNames = inputs.ConvertAll(node => node.Name);
        OutputNames = outputs.ConvertAll(node => node.Name);
        foreach (var (name, metadata) in inputs)
        {
            _inputs[name] = metadata;
            _inputNames[name] = Utf8.Pinned(name);
        }

        foreach (var (name, metadata) in outputs)
        {
            _outputs[name] = metadata;
            _outputNames[name] = Utf8.Pinned(name);
        }
    }

    /// <summary>In the model's order, as are <see cref="OutputNames"/>.</summary>
    public IReadOnlyList<string> InputNames { get; }

    public IReadOnlyList<string> OutputNames { get; }

    public IReadOnlyDictionary<string, NodeMetadata> InputMetadata => _inputs;

    public IReadOnlyDictionary<string, NodeMetadata> OutputMetadata => _outputs;

    internal SessionHandle Handle { get; }

    /// <summary>Runs the model on the calling thread (and on the session's own, where it has more than one).</summary>
    /// <returns>One value for each output name, in that order.</returns>
    /// <exception cref="ArgumentException">Not one value for each input name.</exception>
    /// <exception cref="OnnxRuntimeException">
    /// A name the model does not have, a value that does not fit, a failed node, or a run that was terminated.
    /// </exception>
    public IDisposableReadOnlyCollection<OrtValue> Run(
        RunOptions runOptions,
        IReadOnlyCollection<string> inputNames,
        IReadOnlyCollection<OrtValue> inputValues,
        IReadOnlyCollection<string> outputNames)
    {
        if (inputNames.Count != inputValues.Count)
        {
            throw new ArgumentException(
                $"Length of {nameof(inputNames)} ({inputNames.Count}) must match that of {nameof(inputValues)} ({inputValues.Count}).");
        }

        var ins = Pointers(inputNames, _inputNames, "Input");
        var outs = Pointers(outputNames, _outputNames, "Output");
        using var session = new Lease(Handle);
        using var options = new Lease(runOptions);
        var leases = new Lease[inputValues.Count];
        try
        {
            var inputs = new nint[inputValues.Count];
            var next = 0;
            foreach (var value in inputValues)
            {
                leases[next] = new Lease(value.Handle);
                inputs[next] = leases[next].Pointer;
                next++;
            }

            var outputs = new nint[outs.Length];
            fixed (byte** inName = ins, outName = outs)
            fixed (nint* input = inputs, output = outputs)
            {
                var status = OrtLibrary.Api->Run(
                    session.Pointer, options.Pointer, inName, input, (nuint)inputs.Length, outName, (nuint)outputs.Length, output);
                GC.KeepAlive(this); // the names
                OrtStatus.Check(status, nameof(OrtApi.Run));
            }

            return Take(outputs);
        }
        finally
        {
            foreach (var lease in leases)
                lease.Dispose();
        }
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
            Handle.Dispose();
    }

    private static byte*[] Pointers(IReadOnlyCollection<string> names, Dictionary<string, byte[]> known, string kind)
    {
        var pointers = new byte*[names.Count];
        var next = 0;
        foreach (var name in names)
        {
            if (!known.TryGetValue(name, out var bytes))
                throw new OnnxRuntimeException(ErrorCode.InvalidArgument, $"{kind} name: '{name}' is not in the metadata");
            pointers[next++] = Utf8.Pointer(bytes);
        }

        return pointers;
    }

    private static DisposableList<OrtValue> Take(nint[] outputs)
    {
        var values = new DisposableList<OrtValue>(outputs.Length);
        foreach (var output in outputs)
            values.Add(new OrtValue(new ValueHandle(output)));
        return values;
    }
}
