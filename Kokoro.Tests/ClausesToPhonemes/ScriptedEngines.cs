using System.Collections.Immutable;
using Kokoro.Synthesis.ClausesToPhonemes;
using Kokoro.Synthesis.EngineLink;

namespace Kokoro.Tests.ClausesToPhonemes;

/// <summary>Engines that follow a script and write down what they were asked. Each word's IPA is the word itself.</summary>
internal sealed class ScriptedEngines : IPhonemeEngineStarter
{
    public static readonly EngineEnd Aborted = EngineEnd.Of(134, KillCause.None);
    public static readonly EngineEnd KilledOutside = EngineEnd.Of(137, KillCause.None);
    public static readonly EngineEnd OverBudget = EngineEnd.Of(137, KillCause.OverCpuBudget);
    public static readonly EngineEnd Stalled = EngineEnd.Of(137, KillCause.NoProgress);

    /// <summary>Given what is asked and how often anything was asked before, how the engine ends on it, or null.</summary>
    public Func<PassageRequest, int, EngineEnd?> EndsOn { get; init; } = (_, _) => null;

    /// <summary>How the start with this number, from 0, goes wrong, or null.</summary>
    public Func<int, Exception?> StartFails { get; init; } = _ => null;

    public Func<PassageRequest, ImmutableArray<PhonemeGroup>> Reads { get; init; } =
        passage => [.. passage.Words.Select((word, i) => new PhonemeGroup(word, i, i + 1))];

    public List<string> Asked { get; } = [];

    public int Started { get; private set; }

    public int Alive { get; private set; }

    public Task<IPhonemeEngine> StartAsync(CancellationToken cancellationToken)
    {
        if (StartFails(Started++) is { } failure)
            return Task.FromException<IPhonemeEngine>(failure);
        Alive++;
        return Task.FromResult<IPhonemeEngine>(new Engine(this));
    }

    private sealed class Engine(ScriptedEngines script) : IPhonemeEngine
    {
        public string Software => "scripted";

        private readonly TaskCompletionSource<EngineEnd> _ended = new();

        public int? ProcessId => null;

        public Task<EngineEnd> Ended => _ended.Task;

        public Task<ImmutableArray<PhonemeGroup>> ReadAsync(PassageRequest passage, CancellationToken cancellationToken)
        {
            Assert.False(Ended.IsCompleted, "an engine that has ended was asked again");
            var before = script.Asked.Count;
            script.Asked.Add(string.Join(' ', passage.Words));
            if (script.EndsOn(passage, before) is not { } end)
                return Task.FromResult(script.Reads(passage));
            _ended.SetResult(end);
            return Task.FromException<ImmutableArray<PhonemeGroup>>(new EngineEndedException(end));
        }

        public ValueTask DisposeAsync()
        {
            script.Alive--;
            return ValueTask.CompletedTask;
        }
    }
}
