using Kokoro.Actors.Settings;

namespace Kokoro.Actors.Pools;

/// <summary>How many engines a pool has when the settings leave it open.</summary>
internal static class PoolSize
{
    /// <summary>Beyond four, engines of one model gain little and each costs its arena.</summary>
    private const int Most = 4;

    /// <summary>What an engine with the real model may come to; the pages of the model itself are shared.</summary>
    private const long BytesForEngine = 1L << 30;

    public static int Of(PoolSettings settings, int cores, long availableBytes) => settings.Size > 0
        ? settings.Size
        : (int)Math.Clamp(Math.Min(cores, availableBytes / BytesForEngine), 1, Most);

    public static int OfThisMachine(PoolSettings settings) =>
        Of(settings, Environment.ProcessorCount, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes);
}
