using Akka.Actor;
using Akka.TestKit.Xunit2;
using Kokoro.Actors.Edge;
using Kokoro.Actors.Protocol;
using Kokoro.Actors.Settings;
using Kokoro.Actors.Telemetry;
using Kokoro.Actors.Utterances;

namespace Kokoro.Tests.Actors.Utterances;

public sealed class UtterancesActorTests : TestKit
{
    private static readonly UtteranceId Id = new(1);

    /// <summary>Progress is what has been made since the beginning, so what is owed may be lessened by it once only.</summary>
    [Fact]
    public void An_edge_that_restarts_counts_what_was_made_once()
    {
        var probe = CreateTestProbe();
        var (nobody, metrics) = (probe.Ref, new SpeechMetrics());
        var peers = new UtterancePeers(nobody, nobody, nobody, nobody);
        var utterances = Sys.ActorOf(Props.Create(() => new UtterancesActor(peers, new UtteranceSettings(), new PauseSettings().ToPauses(), metrics)));
        var ticket = new UtteranceProtocol.UtteranceTicket(Id, "a", null, Delivery.Whole, Priority.Interactive, Intent.Play, CostSeconds: 60);
        var speak = new SpeakProtocol.Speak(new SpeechRequest("Some text.", "a"), AudioChannel.Create(TimeSpan.FromSeconds(1)).Writer, CancellationToken.None);
        utterances.Tell(new UtteranceProtocol.BeginUtterance(ticket, speak, nobody, "m"), TestActor);
        utterances.Tell(new UtteranceProtocol.UtteranceProgress(Id, 40));
        utterances.Tell(UtteranceProtocol.ListOpenUtterances.Instance, TestActor);
        var progress = ExpectMsg<UtteranceProtocol.UtteranceProgress>();
        var open = ExpectMsg<UtteranceProtocol.OpenUtterances>();

        var restarted = EdgeDecider.Decide(EdgeState.Initial, new AdmissionSettings(), open, TimeSpan.Zero).State;

        Assert.Equal(20, restarted.Admission.Open[Id.Number].SecondsLeft);
        Assert.Equal(20, restarted.Admission.OnProgress(Id, progress.SecondsMade).Open[Id.Number].SecondsLeft);
    }
}
