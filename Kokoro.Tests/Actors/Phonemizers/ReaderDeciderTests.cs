using Akka.Actor;
using Kokoro.Actors.Phonemizers;
using Kokoro.Actors.Protocol;
using Kokoro.Synthesis;
using Kokoro.Synthesis.TextToClauses;

namespace Kokoro.Tests.Actors.Phonemizers;

public sealed class ReaderDeciderTests
{
    private static readonly Clause Clause = TextCutter.Cut("Hello.", Language.AmericanEnglish).Clauses[0];

    private readonly List<string> _read = [];
    private ReaderState _state = ReaderState.Initial(epoch: 1);

    [Fact]
    public void First_clauses_go_before_others_and_round_the_clients()
    {
        Ask(1, "reader", isFirst: false);
        for (var i = 2; i < 10; i++)
            Ask(i, "greedy");
        Ask(10, "polite");
        Ask(11, "other");

        Decide(new ReaderProtocol.ReaderReady(0, ActorRefs.Nobody, null, null, Epoch: 1));
        for (var i = 0; i < 4; i++)
            Leave();

        Assert.Equal(["u2", "u10", "u11", "u3", "u4"], _read);
    }

    [Fact]
    public void A_clause_whose_reader_is_lost_is_read_before_those_that_are_no_first_ones()
    {
        Decide(new ReaderProtocol.ReaderReady(0, ActorRefs.Nobody, null, null, Epoch: 1));
        Ask(1, "a", isFirst: false);
        Ask(2, "b", isFirst: false);
        Ask(3, "c", isFirst: true);
        Decide(new ReaderProtocol.ReaderLost(0));

        Decide(new ReaderProtocol.ReaderReady(0, ActorRefs.Nobody, null, null, Epoch: 1));
        Leave();
        Leave();

        Assert.Equal(["u1", "u3", "u1", "u2"], _read);
    }

    private void Ask(long number, string client, bool isFirst = true) =>
        Decide(new QueuedClause(new(new UtteranceId(number), Clause, Language.AmericanEnglish, client, isFirst), ActorRefs.Nobody));

    private void Leave() => Decide(new ReaderProtocol.ClauseLeft(0, _state.Readers[0].Current!, IsLost: false));

    private void Decide(object message)
    {
        var decision = ReaderDecider.Decide(_state, message);
        _state = decision.State;
        _read.AddRange(decision.Effects.OfType<ReaderEffect.Read>().Select(read => read.Clause.Asked.Utterance.ToString()));
    }
}
