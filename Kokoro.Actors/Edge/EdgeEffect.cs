using Akka.Actor;
using Kokoro.Actors.Protocol;

namespace Kokoro.Actors.Edge;

/// <summary>What the edge's actor has to do.</summary>
internal abstract record EdgeEffect
{
    public sealed record Begin(UtteranceProtocol.BeginUtterance Utterance) : EdgeEffect;

    public sealed record Refuse(IActorRef Asker, SpeechProblem Problem) : EdgeEffect;

    public sealed record Stop(UtteranceProtocol.StopUtterance Utterance) : EdgeEffect;

    /// <summary>Ends the time that open utterances have to finish.</summary>
    /// <param name="After">Not above zero: at once.</param>
    public sealed record StartDrainTimer(TimeSpan After) : EdgeEffect;

    public sealed record TellDrained(IActorRef Asker, DrainProtocol.Drained Drained) : EdgeEffect;
}
