using Kokoro.Synthesis.Models.StarterModel;
using Kokoro.Synthesis.PhonemesToRuns;
using Microsoft.ML.OnnxRuntime;

namespace Kokoro.Tests.Models.StarterModel;

/// <summary>The starter model with its track outputs, loaded once for all the tests of a class.</summary>
public sealed class StarterSession : IDisposable
{
    private readonly InferenceSession _session;

    public StarterSession()
        : this(StarterModelBuilder.Build(withTracks: true))
    {
    }

    internal StarterSession(byte[] model, int threads = 1)
    {
        using var options = new SessionOptions { IntraOpNumThreads = threads, InterOpNumThreads = 1 };
        _session = new InferenceSession(model, options);
    }

    public InferenceSession Session => _session;

    /// <summary>The ids of a string of phonemes with a pad on each side.</summary>
    public static long[] Ids(string phonemes) =>
        [0, .. phonemes.Select(symbol => Vocabulary.TryGetId(symbol, out var id) ? (long)id : throw new ArgumentException($"no id for {symbol}")), 0];

    /// <summary>A string of phonemes as a voice speaks it.</summary>
    internal Sound Speak(string phonemes, string voice = "am_aster") =>
        Speak(Ids(phonemes), 1, StarterVoices.All.First(each => each.Id == voice).StyleRow());

    /// <param name="parameters">The first floats of the style row; the rest is 0.</param>
    internal Sound Speak(long[] ids, float speed = 1, params float[] parameters)
    {
        var style = new float[256];
        parameters.CopyTo(style, 0);
        using var idsValue = OrtValue.CreateTensorValueFromMemory(ids, [1, ids.Length]);
        using var styleValue = OrtValue.CreateTensorValueFromMemory(style, [1, style.Length]);
        using var speedValue = OrtValue.CreateTensorValueFromMemory([speed], [1]);
        using var options = new RunOptions();
        using var outputs = _session.Run(
            options,
            [StarterModelBuilder.InputIds, StarterModelBuilder.StyleRow, StarterModelBuilder.Speed],
            [idsValue, styleValue, speedValue],
            _session.OutputNames);
        float[] Track(int index) => outputs.Count > index ? outputs[index].GetTensorDataAsSpan<float>().ToArray() : [];
        long[] Counts(int index) => outputs.Count > index ? outputs[index].GetTensorDataAsSpan<long>().ToArray() : [];
        return new Sound(Track(0), Counts(1), Track(2), Track(3), Counts(4));
    }

    public void Dispose() => _session.Dispose();
}
