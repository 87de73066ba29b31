using Akka.Actor;
using Kokoro.Actors.Protocol;

namespace Kokoro.Actors.Synthesis.Routing;

/// <summary>What the router's actor has to do.</summary>
internal abstract record RouterEffect
{
    public sealed record Speak(int Engine, IActorRef Ref, EngineProtocol.SpeakRun Run) : RouterEffect;

    public sealed record Terminate(int Engine, IActorRef Ref, RunId Id) : RouterEffect;

    public sealed record AskAgain(int Engine, IActorRef Ref, int Epoch) : RouterEffect;

    /// <summary>With all permits held.</summary>
    public sealed record Measure(int Engine, IActorRef Ref) : RouterEffect;

    public sealed record TellUtterance(IActorRef Utterance, RunProtocol.RunFailed Failure) : RouterEffect;

    public sealed record TellEdge(EngineProtocol.RunFinished Finished) : RouterEffect;

    public sealed record LogRetry(QueuedRun Run, string How) : RouterEffect;
}
