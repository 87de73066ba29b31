using Akka.Actor;

namespace Kokoro.Tests.Compat.AkkaActors;

/// <summary>To a <see cref="Specimen"/>: fail with this.</summary>
public sealed record Fail(Exception Cause);

/// <summary>To a <see cref="Specimen"/>: be blocked until the gate opens, then report.</summary>
public sealed record Block(ManualResetEventSlim Gate);

/// <summary>Reports its life and its messages. Counts its messages per instance: "count" answers how many.</summary>
public class Specimen : UntypedActor
{
    private readonly IActorRef _reports;
    private int _count;

    public Specimen(IActorRef reports)
    {
        _reports = reports;
        _reports.Tell("ctor");
    }

    protected override void PreStart() => _reports.Tell("PreStart");

    protected override void PreRestart(Exception reason, object message)
    {
        _reports.Tell($"PreRestart {reason.Message}");
        base.PreRestart(reason, message);
    }

    protected override void PostRestart(Exception reason)
    {
        _reports.Tell($"PostRestart {reason.Message}");
        base.PostRestart(reason);
    }

    protected override void PostStop() => _reports.Tell("PostStop");

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case Fail fail:
                throw fail.Cause;
            case Block block:
                _reports.Tell("blocked");
                block.Gate.Wait(TimeSpan.FromSeconds(10));
                break;
            case "count":
                Sender.Tell(_count);
                break;
            default:
                _count++;
                _reports.Tell(message);
                break;
        }
    }
}
