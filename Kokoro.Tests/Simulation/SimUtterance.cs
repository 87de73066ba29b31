using Kokoro.Actors;
using Kokoro.Actors.Protocol;
using Kokoro.Actors.Utterances;
using Kokoro.Actors.Utterances.Writing;
using Kokoro.Synthesis.ClausesToPhonemes;
using Kokoro.Synthesis.PhonemesToRuns;
using Kokoro.Synthesis.TextToClauses;

namespace Kokoro.Tests.Simulation;

/// <summary>An utterance with its writer: the real deciders, and what their actors do besides.</summary>
internal sealed class SimUtterance(World world, UtteranceProtocol.BeginUtterance begin, SimClient client)
{
    private UtteranceState _state = UtteranceState.Begin(world.Mail.Now);
    private WriterState _writer = WriterState.Initial;
    private bool _hasWriter;
    private bool _isWriterAlive;
    private bool _isAnswered;
    private bool _isAccepted;
    private bool _isStopped;
    private int _packed;
    private int _writing;
    private int _nextPiece;

    private Address Me => new(Role.Utterance, begin.Ticket.Id.Number);

    private Address Writer => Me with { Role = Role.Writer };

    public void Begin() => Carry(UtteranceDecider.Begin(world.Mail.Now));

    public void Handle(object message)
    {
        if (_isStopped)
            return;
        if (message is UtteranceEvent.TextCut)
            _hasWriter = _isWriterAlive = true;
        if (world.Faults.Strikes(60))
            Stop(); // it crashed; its parent stops it
        else
            Carry(Decide(message));
    }

    public void HandleWriter(object message)
    {
        if (!_isWriterAlive)
            return;
        if (world.Faults.Strikes(60))
        {
            _isWriterAlive = false;
            world.Mail.Cancel(Writer, "stall");
            world.Mail.Send(Writer, Me, UtteranceEvent.WriterLost.Instance);
            return;
        }

        CarryWriter(message);
    }

    private Decision<UtteranceState, UtteranceEffect> Decide(object message) =>
        UtteranceDecider.Decide(_state, client.Request, World.Settings.Utterances, message, world.Mail.Now);

    private void Carry(Decision<UtteranceState, UtteranceEffect> decision)
    {
        _state = decision.State;
        foreach (var effect in decision.Effects)
            Carry(effect);
    }

    private void Carry(UtteranceEffect effect)
    {
        switch (effect)
        {
            case UtteranceEffect.FindVoice:
                world.Mail.Send(Me, new(Role.Voices), new VoiceLookup.FindVoice(null));
                break;
            case UtteranceEffect.CutText:
                object cut = client.RunsOfClause.IsEmpty
                    ? new UtteranceEvent.TextRefused(new(ProblemKind.NothingSpeakable, "nothing"))
                    : new UtteranceEvent.TextCut(new CutText([.. World.Clauses.Take(client.RunsOfClause.Length)], []));
                world.Mail.SendWhenDone(Me, cut);
                break;
            case UtteranceEffect.Accept:
                world.Send(Me, Role.Utterances, new UtteranceProtocol.UtteranceAccepted(begin.Ticket.Id));
                Answer(new SpeakProtocol.Accepted(begin.Ticket.Id, "v", "m", "l"));
                break;
            case UtteranceEffect.Refuse refuse:
                Answer(new SpeakProtocol.Refused(refuse.Problem));
                break;
            case UtteranceEffect.AskClause ask:
                world.Mail.Send(Me, new(Role.Phonemizers), new PhonemeProtocol.PhonemizeClause(begin.Ticket.Id, ask.Clause, _state.Language!, begin.Ticket.Client, ask.IsFirst));
                break;
            case UtteranceEffect.Pack pack:
                Carry(Decide(new UtteranceEvent.RunsPacked([.. Pack(pack.Clause)], pack.IsLast)));
                break;
            case UtteranceEffect.ReserveSlot slot:
                world.Mail.Send(Me, Writer, new WriterProtocol.Reserve(slot.Index, slot.Prepared));
                break;
            case UtteranceEffect.Submit submit:
                world.Send(Me, Role.Router, Submission(submit.Run));
                break;
            case UtteranceEffect.FinishWriter finish:
                world.Mail.Send(Me, Writer, new WriterProtocol.Finish(finish.Runs));
                break;
            case UtteranceEffect.FailWriter fail:
                world.Mail.Send(Me, Writer, new WriterProtocol.Fail(fail.Problem));
                break;
            case UtteranceEffect.CancelRuns:
                world.Send(Me, Role.Router, new RunProtocol.CancelRuns(begin.Ticket.Id));
                break;
            case UtteranceEffect.TellProgress progress:
                world.Send(Me, Role.Utterances, new UtteranceProtocol.UtteranceProgress(begin.Ticket.Id, progress.Seconds));
                break;
            case UtteranceEffect.Stop:
                world.Send(Me, Role.Utterances, new UtteranceProtocol.UtteranceEnded(begin.Ticket.Id, _state.Problem));
                Stop();
                break;
        }
    }

    private IEnumerable<TokenRun> Pack(PhonemizedClause clause)
    {
        for (var i = 0; i < client.RunsOfClause[clause.Index]; i++)
            yield return new TokenRun(_packed, [0, begin.Ticket.Id.Number + 1, ++_packed, 0], []);
    }

    private RunProtocol.SubmitRun Submission(OpenRun open) => new(
        new(begin.Ticket.Id, open.Run.Index), open.Run, World.Style, 1, client.Request.Client, begin.Ticket.Priority, open.CostSeconds, open.NeededAt,
        Akka.Actor.ActorRefs.Nobody, Akka.Actor.ActorRefs.Nobody) { IsAwaited = open.IsAwaited };

    private void Answer(object answer)
    {
        if (_isAnswered)
            return;
        _isAnswered = true;
        _isAccepted = answer is SpeakProtocol.Accepted;
        world.Mail.Send(Me, new(Role.Client, client.Number), answer);
    }

    /// <summary>As PostStop of the actor does.</summary>
    private void Stop()
    {
        if (_isStopped)
            return;
        _isStopped = true;
        if (_state.Phase != UtterancePhase.Ended)
            Carry(Decide(new UtteranceProtocol.StopUtterance(begin.Ticket.Id, World.Fault)));
        if (_isAccepted && _state.Problem is { } problem)
            client.Complete(problem);
        else if (!_isAnswered)
            Answer(new SpeakProtocol.Refused(_state.Problem ?? World.Fault));
        _isWriterAlive = false;
        world.Mail.Cancel(Writer, "stall");
        world.Send(Me, Role.Utterances, new SimUtterances.ChildGone(begin.Ticket.Id));
    }

    private void CarryWriter(object message)
    {
        Assert.True(_hasWriter);
        var decision = WriterDecider.Decide(_writer, message);
        _writer = decision.State;
        foreach (var effect in decision.Effects)
        {
            switch (effect)
            {
                case WriterEffect.WriteRun run:
                    _writing = run.Spoken.Id.Index;
                    _nextPiece = 0;
                    Write(run.Spoken.Stats);
                    break;
                case WriterEffect.WriteOn:
                    world.Mail.Cancel(Writer, "stall");
                    Write(new(TimeSpan.Zero, TimeSpan.Zero, default, 1));
                    break;
                case WriterEffect.AwaitSpace:
                    world.Mail.Start(Writer, "stall", new WriterEvent.ReaderStalled(World.Settings.Utterances.StalledAfter), World.Settings.Utterances.StalledAfter);
                    client.IsAwaited = true;
                    world.OfferSpace(client);
                    break;
                case WriterEffect.TellWritten written:
                    world.Mail.Send(Writer, Me, new WriterProtocol.Written(written.Index, written.Samples, written.Stats));
                    break;
                case WriterEffect.Complete complete:
                    client.Complete(null);
                    world.Mail.Send(Writer, Me, new WriterProtocol.Completed(complete.Samples));
                    break;
                case WriterEffect.CompleteWith failure:
                    world.Mail.Cancel(Writer, "stall");
                    client.Complete(failure.Problem);
                    break;
                case WriterEffect.TellUndeliverable undeliverable:
                    world.Mail.Cancel(Writer, "stall");
                    world.Mail.Send(Writer, Me, new WriterProtocol.Undeliverable(undeliverable.Problem));
                    break;
            }
        }
    }

    private void Write(RunProtocol.RunStats stats)
    {
        for (; _nextPiece < SimClient.PiecesOf(_writing); _nextPiece++)
        {
            if (client.Channel.Count == SimClient.Capacity)
            {
                CarryWriter(WriterEvent.ChannelFull.Instance);
                return;
            }

            Assert.False(client.IsComplete, "audio was written to a complete channel");
            client.Channel.Enqueue((_writing, _nextPiece));
            world.Mail.SendWhenDone(new(Role.Client, client.Number), World.PieceThere);
        }

        CarryWriter(new WriterEvent.RunWritten(SimClient.PiecesOf(_writing) * AudioPiece.MostSamples, stats));
    }
}
