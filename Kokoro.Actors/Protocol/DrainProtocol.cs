namespace Kokoro.Actors.Protocol;

/// <summary>How the server is stopped without cutting anybody short.</summary>
public static class DrainProtocol
{
    /// <summary>
    /// To the edge: nothing new is admitted; open utterances may finish until the time is up, the rest then end with <see cref="ProblemKind.Draining"/>.
    /// Reply: <see cref="Drained"/>, when nothing is open any more.
    /// </summary>
    public sealed record Drain(TimeSpan Within);

    /// <param name="Finished">Utterances that ended whole since the drain began.</param>
    /// <param name="CutShort">Utterances that had to be ended.</param>
    public sealed record Drained(int Finished, int CutShort);
}
