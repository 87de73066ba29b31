using System.Collections.Immutable;
using Kokoro.Synthesis.EngineLink;

namespace Kokoro.Synthesis.ClausesToPhonemes;

/// <summary>A phoneme engine in a process of its own.</summary>
internal sealed class ChildPhonemeEngine(EngineChild child) : IPhonemeEngine
{
    /// <summary>The first use of a voice reads its dictionary; the rest of a passage follows its length.</summary>
    private static readonly TimeSpan PredictedBase = TimeSpan.FromMilliseconds(50);

    /// <summary>50 ms for 1,000 characters, phonemes and word events together.</summary>
    private static readonly TimeSpan PredictedForCharacter = TimeSpan.FromMicroseconds(50);

    public Task<EngineEnd> Ended => child.Ended;

    public int? ProcessId => child.ProcessId;

    /// <summary>"espeak-ng 1.51"</summary>
    public string Software => child.Hello.Software;

    public async Task<ImmutableArray<PhonemeGroup>> ReadAsync(PassageRequest passage, CancellationToken cancellationToken)
    {
        var predicted = PredictedBase + (passage.Words.Sum(word => word.Length + 1) * PredictedForCharacter);
        var answer = await child.AskAsync(passage.Encode(), Prediction.OneThread(predicted), cancellationToken).ConfigureAwait(false);
        try
        {
            return PassageAnswer.Decode(answer.Span, passage.Words.Length).Groups;
        }
        catch (BadFrameException e)
        {
            throw await child.RejectAsync(e).ConfigureAwait(false);
        }
    }

    public ValueTask DisposeAsync() => child.DisposeAsync();
}
