using System.Collections.Immutable;

namespace Kokoro.Actors.Settings;

/// <summary>What the HTTP edge listens to, whom it answers and how much it takes.</summary>
public sealed record HttpSettings
{
    [Limits("0", "65535")]
    public int Port { get; init; } = 8880;

    /// <summary>Loopback only, unless an address is given here and <see cref="Token"/> with it.</summary>
    public string Listen { get; init; } = "localhost";

    /// <summary>Names under which the server may be asked for besides localhost, 127.0.0.1 and [::1].</summary>
    public ImmutableArray<string> Hosts { get; init; } = [];

    /// <summary>Empty: none is demanded on loopback.</summary>
    public string Token { get; init; } = "";

    /// <summary>Whether the server speaks to itself once before it says that it is there, so that the first listener waits no longer than the others.</summary>
    [OneOf("on", "off")]
    public string WarmUp { get; init; } = "on";

    [Limits("1 KiB", "16 MiB")]
    public int MostBodyBytes { get; init; } = 256 * 1024;

    [Limits("1", "1000000")]
    public int MostTextLength { get; init; } = 32_767;

    [Limits("1", "64")]
    public int MostJsonDepth { get; init; } = 8;

    [Limits("1 KiB", "1 MiB")]
    public int MostHeaderBytes { get; init; } = 16_384;

    [Limits("8", "1000")]
    public int MostHeaders { get; init; } = 64;

    [Limits("1", "100000")]
    public int MostConnections { get; init; } = 512;

    [Limits("1 s", "1 h")]
    public TimeSpan KeepAlive { get; init; } = TimeSpan.FromSeconds(60);

    [Limits("100 ms", "5 m")]
    public TimeSpan HeadersWithin { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>A client's own deadline for the first sound, unless it sends another.</summary>
    [Limits("100 ms", "10 m")]
    public TimeSpan FirstAudioWithin { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The actors answer so soon, or a request is refused without them: /voices and /health, and /speak beyond its deadline.</summary>
    [Limits("50 ms", "1 m")]
    public TimeSpan AnswerWithin { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>A reader that takes no byte for so long is given up.</summary>
    [Limits("100 ms", "1 h")]
    public TimeSpan StalledAfter { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>All whole replies that are being put together.</summary>
    [Limits("1 MiB", "64 GiB")]
    public long ReplyBudgetBytes { get; init; } = 256L * 1024 * 1024;

    /// <summary>One whole reply.</summary>
    [Limits("64 KiB", "4 GiB")]
    public long MostReplyBytes { get; init; } = 64L * 1024 * 1024;
}
