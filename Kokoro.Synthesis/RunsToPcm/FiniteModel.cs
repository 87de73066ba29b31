namespace Kokoro.Synthesis.RunsToPcm;

/// <summary>
/// A model whose samples are asked for once more, of a session with one thread, when they are not finite: half-precision exports give such samples now and then, with
/// several threads more often. If they are so again it is an error, and never sound.
/// </summary>
/// <param name="model">Becomes this object's own.</param>
/// <param name="openNarrow">Opens the same model for one thread; what it opens becomes this object's own.</param>
internal sealed class FiniteModel(SpeechModel model, Func<SpeechModel> openNarrow) : ISpeechModel
{
    private SpeechModel? _narrow;

    public ModelOutput Run(ReadOnlySpan<long> ids, ReadOnlySpan<float> style, float speed, CancellationToken cancellationToken) =>
        model.RunIfFinite(ids, style, speed, cancellationToken)
        ?? (_narrow ??= openNarrow()).Run(ids, style, speed, cancellationToken);

    public void Dispose()
    {
        model.Dispose();
        _narrow?.Dispose();
    }
}
