using System.Collections.Immutable;
using Kokoro.Actors.Protocol;

namespace Kokoro.Actors.Utterances.Writing;

/// <summary>The slots of one utterance. Sound leaves in their order, whatever order it comes in.</summary>
/// <param name="Reserved">Slots there are: 0 to Reserved - 1.</param>
/// <param name="Next">The slot whose sound leaves next, or leaves now.</param>
/// <param name="Runs">Slots in all, once that is known.</param>
/// <param name="Early">Sound of later slots.</param>
/// <param name="Pace">What the writer does with slot <paramref name="Next"/>.</param>
/// <param name="Samples">Written so far.</param>
/// <param name="Prepared">What the first slot's reservation said.</param>
internal sealed record WriterState(
    int Reserved, int Next, int? Runs, ImmutableDictionary<int, RunProtocol.Spoken> Early, WriterPace Pace, long Samples, TimeSpan Prepared)
{
    public static readonly WriterState Initial = new(0, 0, null, ImmutableDictionary<int, RunProtocol.Spoken>.Empty, WriterPace.Waiting, 0, TimeSpan.Zero);
}
