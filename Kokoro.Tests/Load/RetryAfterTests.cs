using Kokoro.Actors.Edge.Admitting;
using Kokoro.Actors.Protocol;
using Kokoro.Actors.Settings;
using Kokoro.Host.Problems;

namespace Kokoro.Tests.Load;

/// <summary>In virtual time: who was refused and comes back when told finds room, since each refusal counted those promised before it.</summary>
public sealed class RetryAfterTests
{
    /// <summary>Seconds of audio in a second.</summary>
    private const double Rate = 80;

    private static readonly AdmissionSettings Settings = new();

    private readonly TimeSpan _overloadUntil = TimeSpan.FromSeconds(15);
    private readonly PriorityQueue<Action, TimeSpan> _agenda = new();
    private readonly List<Work> _open = [];
    private readonly Random _random = new(7);
    private Admission _admission = Admission.Initial with { Rate = DrainRate.Unknown.OnSelfTest(Rate / 2 * 1.1, parallel: 2) }; // told a tenth too high
    private TimeSpan _now;
    private TimeSpan _drained;
    private long _lastId;
    private int _returned;
    private int _admittedAtFirstTry;

    [Theory]
    [InlineData(Delivery.Whole)]
    [InlineData(Delivery.Stream)]
    public void Of_those_who_come_back_when_told_once_the_load_has_fallen_nine_of_ten_are_admitted_at_the_first_try(Delivery delivery)
    {
        const double MeanCost = 5.5;
        const double Overload = 10;
        for (var at = TimeSpan.Zero; at < _overloadUntil; at += TimeSpan.FromSeconds(MeanCost / Rate / Overload))
            _agenda.Enqueue(() => First(delivery), at);

        while (_agenda.TryDequeue(out var act, out var at))
        {
            Drain(at);
            _now = at;
            act();
        }

        Assert.InRange(_returned, 500, int.MaxValue);
        Assert.True(_admittedAtFirstTry >= 0.9 * _returned, $"{_admittedAtFirstTry} of {_returned}");
    }

    /// <summary>Half of those refused give up: what is offered afterwards is half of what can be made.</summary>
    private void First(Delivery delivery)
    {
        var ticket = Ticket(delivery);
        if (Ask(ticket) is not { } refusal || _random.Next(2) == 0)
            return;
        _agenda.Enqueue(
            () =>
            {
                var isAdmitted = Ask(Ticket(delivery) with { CostSeconds = ticket.CostSeconds }) is null;
                if (_now < _overloadUntil)
                    return; // others ask for ten times what there is, and they were not told to wait for this one
                _returned++;
                _admittedAtFirstTry += isAdmitted ? 1 : 0;
            },
            _now + TimeSpan.FromSeconds(Problem.Of(refusal).RetryAfterSeconds!.Value));
    }

    private UtteranceProtocol.UtteranceTicket Ticket(Delivery delivery) => new(
        new UtteranceId(++_lastId), $"client {_lastId % 50}", null, delivery, Priority.Interactive, Intent.Play, 1 + (_random.NextDouble() * 9));

    private SpeechProblem? Ask(UtteranceProtocol.UtteranceTicket ticket)
    {
        (_admission, var refusal) = _admission.Admit(ticket, Settings, _now);
        if (refusal is null)
            _open.Add(new Work(ticket, ticket.CostSeconds * (0.7 + (0.6 * _random.NextDouble()))));
        return refusal;
    }

    /// <summary>Two engines make what is open, the oldest first; a stream no faster than it is heard.</summary>
    private void Drain(TimeSpan to)
    {
        var step = TimeSpan.FromMilliseconds(20);
        for (; _drained < to; _drained += step)
        {
            var left = Rate * step.TotalSeconds;
            foreach (var work in _open)
            {
                var most = work.Ticket.Delivery == Delivery.Stream ? step.TotalSeconds : left;
                var made = Math.Min(Math.Min(work.Seconds - work.Made, left), most);
                work.Made += made;
                left -= made;
                _admission = _admission.OnProgress(work.Ticket.Id, work.Made);
                if (made > 0)
                    _admission = _admission with { Rate = _admission.Rate.OnRun(made, TimeSpan.FromSeconds(made / (Rate / 2)), parallel: 2) };
                if (left <= 0)
                    break;
            }

            foreach (var done in _open.Where(work => work.Made >= work.Seconds - 1e-9))
                _admission = _admission.OnEnded(done.Ticket.Id, isWhole: true);
            _open.RemoveAll(work => work.Made >= work.Seconds - 1e-9);
        }
    }

    private sealed class Work(UtteranceProtocol.UtteranceTicket ticket, double seconds)
    {
        public UtteranceProtocol.UtteranceTicket Ticket { get; } = ticket;

        public double Seconds { get; } = seconds;

        public double Made { get; set; }
    }
}
