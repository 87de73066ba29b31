using Microsoft.ML.OnnxRuntime;

namespace Kokoro.Synthesis.RunsToPcm;

/// <summary>A model run by ONNX Runtime. Dispose it when its runs have ended.</summary>
internal sealed class SpeechModel : ISpeechModel
{
    /// <summary>A pad, one id and a pad.</summary>
    private const int FewestIds = 3;

    /// <summary>The positions that the model was trained with; more make it fail inside.</summary>
    private const int MostIds = 512;

    private readonly InferenceSession _session;
    private readonly string[] _inputNames;
    private readonly string[] _outputNames;

    /// <param name="session">Becomes this object's own.</param>
    internal SpeechModel(InferenceSession session, ModelSignature signature)
    {
        _session = session;
        Signature = signature;
        _inputNames = [signature.Ids, signature.Style, signature.Speed];
        _outputNames = signature.Durations is null ? [signature.Audio] : [signature.Audio, signature.Durations];
    }

    public ModelSignature Signature { get; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">Not 3 to 512 ids, an id that is none, or not 256 floats of style.</exception>
    /// <exception cref="SpeechException">
    /// <see cref="SpeechErrorCode.SpeedOutOfRange"/>: not 0.25 to 4, or not whole and the model takes whole speeds only.
    /// <see cref="SpeechErrorCode.EngineFailed"/>: the runtime failed, or gave samples that are not finite, or none.
    /// </exception>
    public ModelOutput Run(ReadOnlySpan<long> ids, ReadOnlySpan<float> style, float speed, CancellationToken cancellationToken) =>
        RunIfFinite(ids, style, speed, cancellationToken) ?? throw NotFinite(ids.Length);

    /// <inheritdoc cref="Run"/>
    /// <returns>Null where samples are not finite, which half-precision exports do on some sentences.</returns>
    public ModelOutput? RunIfFinite(ReadOnlySpan<long> ids, ReadOnlySpan<float> style, float speed, CancellationToken cancellationToken)
    {
        CheckRun(ids, style, speed);
        cancellationToken.ThrowIfCancellationRequested();

        using var idsValue = OrtValue.CreateTensorValueFromMemory(ids.ToArray(), [1, ids.Length]);
        using var styleValue = OrtValue.CreateTensorValueFromMemory(style.ToArray(), [1, style.Length]);
        using var speedValue = Speed(speed);
        using var outputs = Run([idsValue, styleValue, speedValue], ids.Length, cancellationToken);
        return Read(outputs, ids.Length);
    }

    /// <summary>Refuses what no model can speak, before anything is spent on it.</summary>
    /// <exception cref="ArgumentException">Not 3 to 512 ids, an id that is none, or not 256 floats of style.</exception>
    /// <exception cref="SpeechException"><see cref="SpeechErrorCode.SpeedOutOfRange"/>: not 0.25 to 4.</exception>
    public static void CheckRun(ReadOnlySpan<long> ids, ReadOnlySpan<float> style, float speed)
    {
        if (ids.Length is < FewestIds or > MostIds)
            throw new ArgumentException($"a run is {FewestIds} to {MostIds} ids with their pads; got {ids.Length}", nameof(ids));
        foreach (var id in ids)
        {
            if (id is < 0 or > int.MaxValue)
                throw new ArgumentException($"an id is 0 to {int.MaxValue}; got {id}", nameof(ids));
        }

        if (style.Length != ModelSignature.StyleLength)
            throw new ArgumentException($"a style is {ModelSignature.StyleLength} floats; got {style.Length}", nameof(style));
        SpeakingSpeed.Check(speed);
    }

    public void Dispose() => _session.Dispose();

    private OrtValue Speed(float speed)
    {
        if (!Signature.SpeedIsWhole)
            return OrtValue.CreateTensorValueFromMemory([speed], [1]);
        if (speed != MathF.Round(speed))
        {
            throw new SpeechException(
                SpeechErrorCode.SpeedOutOfRange,
                $"speed {speed} is not possible with this model, which takes whole speeds only; use 1, 2, 3 or 4, or another model");
        }

        return OrtValue.CreateTensorValueFromMemory([(int)speed], [1]);
    }

    private IDisposableReadOnlyCollection<OrtValue> Run(OrtValue[] inputs, int ids, CancellationToken cancellationToken)
    {
        using var options = new RunOptions();

        // Disposed before the options: that waits for a cancel that is just setting the flag.
        using var registration = cancellationToken.UnsafeRegister(static state => ((RunOptions)state!).Terminate = true, options);
        try
        {
            return _session.Run(options, _inputNames, inputs, _outputNames);
        }
        catch (OnnxRuntimeException exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException("the run was cancelled", exception, cancellationToken);
        }
        catch (OnnxRuntimeException exception)
        {
            throw Failed($"the model failed on a run of {ids} ids: {Printable.Message(exception)}", exception);
        }
    }

    private ModelOutput? Read(IDisposableReadOnlyCollection<OrtValue> outputs, int ids)
    {
        var samples = outputs[0].GetTensorDataAsSpan<float>().ToArray();
        if (samples.Length == 0)
            throw Failed($"the model gave no samples for a run of {ids} ids");
        foreach (var sample in samples)
        {
            if (!float.IsFinite(sample))
                return null;
        }

        if (Signature.Durations is null)
            return new ModelOutput(samples, null);
        var frames = FrameCounts.Read(outputs[1], ids, samples.Length);
        return new ModelOutput(samples, frames, DurationsDropped: frames is null);
    }

    public static SpeechException NotFinite(int ids) => Failed($"the model gave samples that are not finite for a run of {ids} ids");

    private static SpeechException Failed(string message, Exception? cause = null) =>
        new(SpeechErrorCode.EngineFailed, message, innerException: cause);
}
