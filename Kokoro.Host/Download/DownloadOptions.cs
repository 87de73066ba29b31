namespace Kokoro.Host.Download;

/// <summary>When a download is given up.</summary>
internal sealed record DownloadOptions
{
    /// <summary>A server that sends nothing for so long is as good as gone.</summary>
    public TimeSpan StalledAfter { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Pauses before each new try; a try that brings bytes starts them over.</summary>
    public IReadOnlyList<TimeSpan> Pauses { get; init; } = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(20)];

    public TimeProvider Time { get; init; } = TimeProvider.System;
}
