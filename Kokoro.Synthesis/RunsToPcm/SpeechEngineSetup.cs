using System.Collections.Immutable;
using System.Globalization;

namespace Kokoro.Synthesis.RunsToPcm;

/// <summary>What a speech engine's process has to be told: it inherits no environment and knows no user.</summary>
/// <param name="Model">The path of a model file; null is the starter model.</param>
/// <param name="CacheFolder">Where the starter model is kept; null: it is built at each start.</param>
/// <param name="Threads">Of a wide run.</param>
internal sealed record SpeechEngineSetup(string? Model, string? CacheFolder, EngineProvider Provider, int Threads)
{
    private const string ModelOption = "--model";
    private const string CacheOption = "--cache";
    private const string ProviderOption = "--provider";
    private const string ThreadsOption = "--threads";
    private const string TryOption = "--try";
    private const string Prepared = "prepared";

    /// <summary>The engine opens the prepared form of the model and nothing else, though it has not been tried: it is there to try it.</summary>
    public bool TriesPrepared { get; init; }

    public ImmutableArray<string> ToArguments() =>
    [
        ProviderOption, EngineProviders.Name(Provider),
        ThreadsOption, Threads.ToString(CultureInfo.InvariantCulture),
        .. Model is null ? ReadOnlySpan<string>.Empty : [ModelOption, Model],
        .. CacheFolder is null ? ReadOnlySpan<string>.Empty : [CacheOption, CacheFolder],
        .. TriesPrepared ? [TryOption, Prepared] : ReadOnlySpan<string>.Empty,
    ];

    /// <returns>Null when these are not what <see cref="ToArguments"/> gives.</returns>
    public static SpeechEngineSetup? Parse(ReadOnlySpan<string> arguments)
    {
        var setup = new SpeechEngineSetup(null, null, EngineProvider.Cpu, 1);
        for (; arguments is [var option, var value, ..]; arguments = arguments[2..])
        {
            SpeechEngineSetup? next = option switch
            {
                ModelOption => setup with { Model = value },
                CacheOption => setup with { CacheFolder = value },
                ProviderOption when EngineProviders.Find(value) is { } provider => setup with { Provider = provider },
                ThreadsOption when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var threads) && threads > 0 => setup with { Threads = threads },
                TryOption when value == Prepared => setup with { TriesPrepared = true },
                _ => null,
            };
            if (next is null)
                return null;
            setup = next;
        }

        return arguments.IsEmpty ? setup : null;
    }
}
