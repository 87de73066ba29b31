using Kokoro.Actors.Edge;
using Kokoro.Actors.Protocol;

namespace Kokoro.Tests.Simulation;

/// <summary>The edge: the real decider, its restarts, and the stash while it asks what is open.</summary>
internal sealed class SimEdge(World world)
{
    private readonly EdgeMemory _memory = new();
    private readonly List<Envelope> _stash = [];
    private bool _isRecalling;

    public EdgeState State { get; private set; } = EdgeState.Initial;

    private static Address Me => new(Role.Edge);

    public void Handle(Envelope envelope)
    {
        if (world.Faults.Strikes(80))
        {
            // The message that it fails at is lost: a request is answered with a failure, which a client takes for a refusal, and what the own actors said
            // they are asked for again.
            if (envelope.Message is EdgeEvent.Asked)
                world.Mail.Send(Me, envelope.From, new SpeakProtocol.Refused(World.Fault));
            State = _memory.Recall();
            _isRecalling = true;
            world.Send(Me, Role.Utterances, UtteranceProtocol.ListOpenUtterances.Instance);
            world.AnnouncePools();
            return;
        }

        if (_isRecalling && envelope.Message is not UtteranceProtocol.OpenUtterances)
        {
            _stash.Add(envelope);
            return;
        }

        Decide(envelope);
        if (!_isRecalling)
            return;
        _isRecalling = false;
        var stashed = _stash.ToArray();
        _stash.Clear();
        foreach (var each in stashed)
            Handle(each);
    }

    private void Decide(Envelope envelope)
    {
        var decision = EdgeDecider.Decide(State, World.Settings.Admission, envelope.Message, world.Mail.Now);
        State = decision.State;
        _memory.Keep(State);
        foreach (var effect in decision.Effects)
        {
            switch (effect)
            {
                case EdgeEffect.Begin begin:
                    world.Send(Me, Role.Utterances, begin.Utterance);
                    break;
                case EdgeEffect.Refuse refuse:
                    world.Mail.Send(Me, envelope.From, new SpeakProtocol.Refused(refuse.Problem));
                    break;
                case EdgeEffect.Stop stop:
                    world.Send(Me, Role.Utterances, stop.Utterance);
                    break;
                case EdgeEffect.StartDrainTimer timer:
                    world.Mail.Start(Me, "drain", EdgeEvent.DrainTimeIsUp.Instance, timer.After);
                    break;
            }
        }
    }
}
