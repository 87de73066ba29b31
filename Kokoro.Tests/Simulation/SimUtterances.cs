using System.Collections.Immutable;
using Kokoro.Actors.Protocol;

namespace Kokoro.Tests.Simulation;

/// <summary>/user/utterances: who is open, and who has heard of an end.</summary>
internal sealed class SimUtterances(World world)
{
    private readonly Dictionary<UtteranceId, Open> _open = [];

    private static Address Me => new(Role.Utterances);

    public SimUtterance? Find(long id) => _open.TryGetValue(new UtteranceId(id), out var open) ? open.Child : null;

    public IEnumerable<long> OpenIds => _open.Keys.Select(id => id.Number);

    public void Handle(object message)
    {
        switch (message)
        {
            case UtteranceProtocol.BeginUtterance begin:
                var client = world.Clients.Single(each => ReferenceEquals(each.Speak, begin.Speak));
                client.Utterance = begin.Ticket.Id;
                var child = new SimUtterance(world, begin, client);
                _open.Add(begin.Ticket.Id, new Open(begin.Ticket, child));
                child.Begin();
                if (client.Gone.IsCancellationRequested)
                    world.SendGone(client);
                break;
            case UtteranceProtocol.UtteranceAccepted accepted when _open.TryGetValue(accepted.Id, out var open):
                _open[accepted.Id] = open with { IsAccepted = true };
                world.Send(Me, Role.Edge, accepted);
                break;
            case UtteranceProtocol.UtteranceEnded ended when _open.TryGetValue(ended.Id, out var open):
                _open[ended.Id] = open with { End = ended };
                break;
            case ChildGone gone:
                Assert.True(_open.Remove(gone.Id, out var last), "an utterance ended twice");
                world.Send(Me, Role.Edge, last!.End ?? new UtteranceProtocol.UtteranceEnded(gone.Id, World.Fault));
                break;
            case UtteranceProtocol.UtteranceProgress progress when _open.TryGetValue(progress.Id, out var open):
                _open[progress.Id] = open with { SecondsMade = progress.SecondsMade };
                world.Send(Me, Role.Edge, progress);
                break;
            case UtteranceProtocol.StopUtterance stop when _open.ContainsKey(stop.Id):
                world.Mail.Send(Me, new(Role.Utterance, stop.Id.Number), stop);
                break;
            case UtteranceProtocol.ListOpenUtterances:
                world.Send(Me, Role.Edge, new UtteranceProtocol.OpenUtterances([.. _open.Values.Select(open => new UtteranceProtocol.OpenUtterance(open.Ticket, open.SecondsMade, open.IsAccepted))]));
                break;
        }
    }

    public sealed record ChildGone(UtteranceId Id);

    private sealed record Open(UtteranceProtocol.UtteranceTicket Ticket, SimUtterance Child)
    {
        public UtteranceProtocol.UtteranceEnded? End { get; init; }

        public bool IsAccepted { get; init; }

        public double SecondsMade { get; init; }
    }
}
