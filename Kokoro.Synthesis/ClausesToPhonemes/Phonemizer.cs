using System.Collections.Immutable;
using Kokoro.Synthesis.EngineLink;
using Kokoro.Synthesis.TextToClauses;

namespace Kokoro.Synthesis.ClausesToPhonemes;

/// <summary>
/// Words go to espeak-ng in passages, from mark to mark; the marks themselves it never sees, since it would drop them,
/// and take the point of "Dr." for the end of a clause.
/// </summary>
internal sealed class Phonemizer : IPhonemizerEngine
{
    private readonly RestartingPhonemeEngine _engine;
    private readonly PassageReader _reader;
    private readonly IDisposable? _owned;

    /// <param name="owned">Disposed after the engine.</param>
    public Phonemizer(IPhonemeEngineStarter starter, IDisposable? owned = null)
        : this(new RestartingPhonemeEngine(starter), new QuarantinedWords(TimeProvider.System), owned)
    {
    }

    public Phonemizer(RestartingPhonemeEngine engine, QuarantinedWords quarantine, IDisposable? owned = null)
    {
        _engine = engine;
        _reader = new PassageReader(engine, quarantine);
        _owned = owned;
    }

    public string Software => _engine.Current?.Software ?? "";

    public int? ProcessId => _engine.Current?.ProcessId;

    public Task<EngineEnd>? Ended => _engine.Current?.Ended;

    /// <summary>One with a child process of this program, started at the first clause or by <see cref="StartAsync"/>.</summary>
    /// <param name="log">Takes one line at a time, from any thread: what the engine prints, and why it was killed.</param>
    public static Phonemizer Create(Action<string> log)
    {
        var sockets = SocketFolder.Create();
        var options = new EngineLinkOptions(EngineCommand.ForThisProgram(), sockets, new EngineLimits(), TimeProvider.System, log);
        return new Phonemizer(new ChildPhonemeEngineStarter(options), sockets);
    }

    /// <summary>Starts the engine, so that the first clause need not wait for it. Not while a clause is being read.</summary>
    /// <returns>The library that reads, with its version.</returns>
    /// <exception cref="SpeechException">It cannot be started: <see cref="SpeechErrorCode.LibraryMissing"/> or <see cref="SpeechErrorCode.EngineFailed"/>.</exception>
    public Task<string> StartAsync(CancellationToken cancellationToken) => _engine.StartAsync(cancellationToken);

    public async Task<PhonemizedClause> PhonemizeAsync(Clause clause, Language language, CancellationToken cancellationToken)
    {
        var parts = ImmutableArray.CreateBuilder<PhonemizedPart>(clause.Parts.Length);
        var outcome = PhonemizeOutcome.Whole;
        var words = ImmutableArray.CreateBuilder<SpokenWord>();
        foreach (var part in clause.Parts)
        {
            if (part is SpokenWord word)
            {
                words.Add(word);
                continue;
            }

            await FlushAsync().ConfigureAwait(false);
            parts.Add(PhonemizedPart.Of((Mark)part));
        }

        await FlushAsync().ConfigureAwait(false);
        return new PhonemizedClause(clause.Index, parts.DrainToImmutable(), clause.End, outcome);

        async Task FlushAsync()
        {
            if (words.Count == 0)
                return;
            var passage = words.DrainToImmutable();
            var (groups, took) = await _reader.ReadAsync(passage, language, cancellationToken).ConfigureAwait(false);
            parts.AddRange(PartBuilder.Build(passage, groups, language));
            outcome = took > outcome ? took : outcome;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _engine.DisposeAsync().ConfigureAwait(false);
        _owned?.Dispose();
    }
}
