using Kokoro.Actors.Protocol;
using Kokoro.Actors.Synthesis.Routing;

namespace Kokoro.Tests.Simulation;

/// <summary>A synthesis actor with its engine: speaks, refuses, dies in each of the ways in which it can, and comes back.</summary>
internal sealed class SimEngine(World world, int number)
{
    private bool _isAlive;
    private bool _isMeasuring;
    private int? _announceAfterwards;
    private int _life;

    private Address Me => new(Role.Engine, number);

    public EngineProtocol.SpeakRun? Holding { get; private set; }

    public void Handle(object message)
    {
        switch (message)
        {
            case Started:
                _isAlive = true;
                _life++;
                Announce(epoch: 0);
                break;
            case EngineProtocol.SpeakRun run when _isAlive:
                Assert.True(Holding is null && !_isMeasuring, $"engine {number} was given a second thing to do");
                Holding = run;
                world.Mail.SendWhenDone(Me, new Done(run.Run.Id));
                break;
            case EngineProtocol.MeasureGain when _isAlive:
                Assert.True(Holding is null && !_isMeasuring, $"engine {number} was given a second thing to do");
                _isMeasuring = true;
                world.Mail.SendWhenDone(Me, new Done(null));
                break;
            case EngineProtocol.TerminateRun terminate when Holding?.Run.Id == terminate.Id:
                if (world.Faults.Strikes(3))
                    Die(isEvidence: false);
                else
                    End(new EngineProtocol.RunEnd.Terminated());
                break;
            case Done done:
                OnDone(done);
                break;
            case RunProtocol.QueueLost lost when _isAlive:
                Announce(lost.Epoch);
                break;
            case EngineProtocol.AnnounceEngine announce when _isAlive:
                Announce(announce.Epoch);
                break;
        }
    }

    public void Start() => world.Mail.SendWhenDone(Me, new Started());

    private void Announce(int epoch)
    {
        if (_isMeasuring)
            _announceAfterwards = epoch;
        else
            Announcement(epoch);
    }

    private void Announcement(int epoch) => world.Send(
        Me, Role.Router, new EngineProtocol.EngineReady(number, Akka.Actor.ActorRefs.Nobody, World.EngineInfo with { ProcessId = _life }, Holding, epoch));

    private void OnDone(Done done)
    {
        if (done.Id is null && _isMeasuring)
        {
            _isMeasuring = false;
            if (world.Faults.Strikes(4))
                Die(isEvidence: false);
            else
            {
                world.Send(Me, Role.Router, new EngineProtocol.GainMeasured(number, 1.8));
                if (_announceAfterwards is { } epoch)
                    Announcement(epoch);
            }

            _announceAfterwards = null;
        }

        if (Holding is not { } run || done.Id != run.Run.Id)
            return;
        if (world.Faults.Strikes(6))
        {
            Die(isEvidence: world.Random.Next(2) == 0);
        }
        else if (world.Faults.Strikes(20))
        {
            world.SendToUtterance(Me, run.Run.Id.Utterance, new RunProtocol.RunFailed(run.Run.Id, new(ProblemKind.EngineFailed, "refused")));
            End(EngineProtocol.RunEnd.Refused.Instance);
        }
        else
        {
            world.SendToWriter(Me, run.Run.Id.Utterance, new RunProtocol.Spoken(run.Run.Id, World.Sound, new(run.Waited, TimeSpan.FromSeconds(0.1), run.Width, run.Tries)));

            // It may die with its sound on the way: the run is then spoken twice.
            if (world.Faults.Strikes(15))
                Die(isEvidence: false);
            else
                End(new EngineProtocol.RunEnd.Finished(1, TimeSpan.FromSeconds(0.1)));
        }
    }

    private void End(EngineProtocol.RunEnd end)
    {
        var run = Holding!;
        Holding = null;
        world.Send(Me, Role.Router, new EngineProtocol.RunEnded(number, run.Run.Id, end));
    }

    /// <summary>With a word to the router, or without one: then it learns of the end of the actor.</summary>
    private void Die(bool isEvidence)
    {
        _isAlive = false;
        _isMeasuring = false;
        if (Holding is { } run)
        {
            if (isEvidence)
                world.Evidence[run.Run.Id] = world.Evidence.GetValueOrDefault(run.Run.Id) + 1;
            else
                world.Outside[run.Run.Id] = world.Outside.GetValueOrDefault(run.Run.Id) + 1;
            if (isEvidence || world.Random.Next(2) == 0)
                End(new EngineProtocol.RunEnd.Lost(isEvidence, "died"));
            Holding = null;
        }

        world.Send(Me, Role.Router, new EngineLost(number));
        Start();
    }

    private sealed record Started;

    private sealed record Done(RunId? Id);
}
