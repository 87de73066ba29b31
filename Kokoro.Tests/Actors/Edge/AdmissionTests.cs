using Kokoro.Actors.Edge.Admitting;
using Kokoro.Actors.Protocol;
using Kokoro.Actors.Settings;

namespace Kokoro.Tests.Actors.Edge;

public sealed class AdmissionTests
{
    /// <summary>Ten seconds of audio a second: 8 streams (10 with newcomers), 100 s of whole replies (125 s).</summary>
    private static readonly DrainRate Ten = DrainRate.Unknown with { PerEngine = 5, Parallel = 2 };

    private static readonly AdmissionSettings Settings = new();

    private Admission _admission = Admission.Initial with { Rate = Ten };
    private long _lastId;

    [Fact]
    public void The_first_stream_is_always_admitted()
    {
        _admission = _admission with { Rate = Ten with { PerEngine = 0.01 } };

        Assert.Null(Admit(Delivery.Stream, 1000, "a"));
        Assert.NotNull(Admit(Delivery.Stream, 1000, "a"));
    }

    [Fact]
    public void Streams_of_one_client_fill_the_first_part_and_leave_the_rest_to_newcomers()
    {
        for (var i = 0; i < 8; i++)
            Assert.Null(Admit(Delivery.Stream, 60, "greedy"));

        Assert.Equal(ProblemKind.OverShare, Admit(Delivery.Stream, 60, "greedy")!.Kind);
        Assert.Null(Admit(Delivery.Stream, 60, "b"));
        Assert.Null(Admit(Delivery.Stream, 60, "c"));
        Assert.Equal(ProblemKind.Full, Admit(Delivery.Stream, 60, "d")!.Kind);
    }

    [Fact]
    public void Streams_of_one_session_count_once()
    {
        for (var i = 0; i < 100; i++)
            Assert.Null(Admit(Delivery.Stream, 60, "a", session: "page"));
    }

    [Theory]
    [InlineData(99, true)]
    [InlineData(100, false)]
    public void Below_the_limit_no_whole_reply_is_refused(double held, bool isAdmitted)
    {
        Assert.Null(Admit(Delivery.Whole, held, "a"));

        Assert.Equal(isAdmitted, Admit(Delivery.Whole, 5, "a") is null);
    }

    [Fact]
    public void One_chapter_shuts_nobody_out()
    {
        Assert.Null(Admit(Delivery.Whole, 2_300, "reader"));

        Assert.Equal(ProblemKind.OverShare, Admit(Delivery.Whole, 5, "reader")!.Kind);
        for (var i = 0; i < 5; i++)
            Assert.Null(Admit(Delivery.Whole, 5, $"newcomer {i}"));
    }

    [Fact]
    public void Those_refused_are_told_to_come_back_one_after_the_other()
    {
        Admit(Delivery.Whole, 150, "a");
        var first = Admit(Delivery.Whole, 20, "a")!.RetryAfter!.Value;
        var second = Admit(Delivery.Whole, 20, "a")!.RetryAfter!.Value;

        Assert.Equal(5, first.TotalSeconds, 6); // 50 s too much at 10 a second
        Assert.Equal(7, second.TotalSeconds, 6); // after the 20 s of the first
    }

    [Theory]
    [InlineData(Delivery.Stream, 8)]
    [InlineData(Delivery.Whole, 1)]
    public void A_client_over_its_share_that_is_refused_again_and_again_puts_off_nobody_else(Delivery delivery, int held)
    {
        for (var i = 0; i < held; i++)
            Admit(delivery, 150, "greedy");
        Admit(delivery, 20, "b");
        Admit(delivery, 20, "c");
        var before = WaitOf("other", delivery);

        for (var i = 0; i < 200; i++)
            Assert.Equal(ProblemKind.OverShare, Admit(delivery, 60, "greedy")!.Kind);

        Assert.Equal(before, WaitOf("other", delivery));
    }

    [Theory]
    [InlineData(Delivery.Stream, 8)]
    [InlineData(Delivery.Whole, 1)]
    public void A_client_that_is_refused_again_and_again_puts_off_others_by_what_it_could_hold_until_nothing_is_held(Delivery delivery, int held)
    {
        void Fill()
        {
            for (var i = 0; i < held; i++)
                Admit(delivery, 150, "greedy");
            Admit(delivery, 20, "b");
            Admit(delivery, 20, "c");
        }

        Fill();
        var before = WaitOf("other", delivery);

        for (var i = 0; i < 200; i++)
            Assert.Equal(ProblemKind.Full, Admit(delivery, 60, "rude")!.Kind);

        Assert.InRange((WaitOf("other", delivery) - before).TotalSeconds, 1, 60);
        Assert.InRange((WaitOf("rude", delivery) - before).TotalSeconds, 1, 60);
        foreach (var id in _admission.Open.Keys)
            _admission = _admission.OnEnded(new UtteranceId(id), isWhole: false);
        Fill();
        Assert.Equal(before, WaitOf("other", delivery));
    }

    [Fact]
    public void Audio_that_is_made_makes_room_and_an_end_gives_everything_back()
    {
        Admit(Delivery.Whole, 110, "a");
        Assert.NotNull(Admit(Delivery.Whole, 1, "a"));
        _admission = _admission.OnProgress(new UtteranceId(1), 20);
        Assert.Null(Admit(Delivery.Whole, 1, "a"));
        foreach (var id in _admission.Open.Keys)
            _admission = _admission.OnEnded(new UtteranceId(id), isWhole: false).OnEnded(new UtteranceId(id), isWhole: false);

        Assert.Empty(_admission.Open);
    }

    [Fact]
    public void The_sums_return_to_zero_and_never_pass_the_limit_by_more_than_one_request()
    {
        for (var mix = 0; mix < 1_000; mix++)
        {
            var random = new Random(mix);
            _admission = Admission.Initial with { Rate = Ten };
            for (var step = 0; step < 50; step++)
            {
                if (random.Next(3) > 0 || _admission.Open.IsEmpty)
                    Admit(random.Next(2) == 0 ? Delivery.Stream : Delivery.Whole, random.Next(1, 60), $"c{random.Next(4)}");
                else
                    End(random, _admission.Open.Keys.ElementAt(random.Next(_admission.Open.Count)));
                var whole = _admission.Open.Values.Where(held => held.Ticket.Delivery == Delivery.Whole).GroupBy(held => held.Ticket.Client, (_, all) => Math.Min(100, all.Sum(held => held.SecondsLeft))).Sum();
                Assert.InRange(whole, 0, 125 + 60);
            }

            foreach (var id in _admission.Open.Keys)
                End(random, id);
            Assert.Empty(_admission.Open);
        }
    }

    [Fact]
    public void The_rate_follows_the_runs_and_the_cost_what_texts_became()
    {
        var rate = DrainRate.Unknown.OnSelfTest(5, 2);
        for (var i = 0; i < 40; i++)
            rate = rate.OnRun(10, TimeSpan.FromSeconds(1), 2);
        Assert.Equal(20, rate.Total, 0);
        for (var i = 0; i < 60; i++)
            rate = rate.OnWhole(rate.Cost(140, 1, Settings), 15);
        Assert.Equal(15, rate.Cost(140, 1, Settings), 1);
        Assert.Equal(7.5, rate.Cost(140, 2, Settings), 1);
    }

    private void End(Random random, long id) => _admission = _admission.OnProgress(new UtteranceId(id), random.Next(60)).OnEnded(new UtteranceId(id), random.Next(2) == 0);

    /// <returns>What it would be told now.</returns>
    private TimeSpan WaitOf(string client, Delivery delivery)
    {
        var admission = _admission;
        var wait = Admit(delivery, 20, client)!.RetryAfter!.Value;
        _admission = admission;
        return wait;
    }

    private SpeechProblem? Admit(Delivery delivery, double cost, string client, string? session = null)
    {
        var ticket = new UtteranceProtocol.UtteranceTicket(new UtteranceId(++_lastId), client, session, delivery, Priority.Interactive, Intent.Play, cost);
        (_admission, var refusal) = _admission.Admit(ticket, Settings, TimeSpan.FromSeconds(100));
        return refusal;
    }
}
