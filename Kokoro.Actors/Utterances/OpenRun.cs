using Kokoro.Synthesis.PhonemesToRuns;

namespace Kokoro.Actors.Utterances;

/// <param name="CostSeconds">Predicted seconds of audio.</param>
/// <param name="NeededAt">As <see cref="Protocol.RunProtocol.SubmitRun.NeededAt"/>.</param>
/// <param name="IsAwaited">As <see cref="Protocol.RunProtocol.SubmitRun.IsAwaited"/>.</param>
internal sealed record OpenRun(TokenRun Run, double CostSeconds, TimeSpan? NeededAt, bool IsAwaited);
