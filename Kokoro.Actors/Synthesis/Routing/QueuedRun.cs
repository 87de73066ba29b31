using Kokoro.Actors.Protocol;

namespace Kokoro.Actors.Synthesis.Routing;

/// <summary>A run with what happened to it so far.</summary>
/// <param name="Since">When it was first submitted.</param>
/// <param name="Turn">Of <see cref="Fairness"/>, when it was submitted.</param>
/// <param name="Evidence">Engines that ended in a way that speaks against it.</param>
/// <param name="Outside">Engines that were ended from outside while they had it.</param>
internal sealed record QueuedRun(RunProtocol.SubmitRun Run, TimeSpan Since, long Turn, int Evidence = 0, int Outside = 0)
{
    public bool IsRetry => Evidence + Outside > 0;

    public int Tries => 1 + Evidence + Outside;
}
