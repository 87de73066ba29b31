using Kokoro.Actors.Settings;

namespace Kokoro.Actors.Pools;

/// <summary>How many engines a pool has when the settings leave it open.</summary>
internal static class PoolSize
{
    /// <summary>Beyond four, engines of one model gain little and each costs its arena.</summary>
    private const int Most = 4;

    /// <summary>What an engine with the real model may come to; the pages of the model itself are shared.</summary>
    private const long BytesForEngine = 1L << 30;

    /// <param name="least">What the pool has on any machine, unless the settings say otherwise.</param>
    public static int Of(PoolSettings settings, int cores, long availableBytes, int least = 1) => settings.Size > 0
        ? settings.Size
        : (int)Math.Clamp(Math.Min(cores, availableBytes / BytesForEngine), least, Most);

    /// <inheritdoc cref="Of"/>
    public static int OfThisMachine(PoolSettings settings, int least = 1) =>
        Of(settings, Environment.ProcessorCount, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes, least);
}
