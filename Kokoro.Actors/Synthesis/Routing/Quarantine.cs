using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Kokoro.Actors.Protocol;
using Kokoro.Actors.Settings;

namespace Kokoro.Actors.Synthesis.Routing;

/// <summary>Runs that ended two engines. They are known by a hash of what the engine was given, so that no text is kept.</summary>
/// <param name="Until">On the monotonic clock.</param>
internal sealed record Quarantine(ImmutableDictionary<string, TimeSpan> Until)
{
    public static readonly Quarantine Empty = new(ImmutableDictionary.Create<string, TimeSpan>(StringComparer.Ordinal));

    public bool Holds(RunProtocol.SubmitRun run, TimeSpan now) => !Until.IsEmpty && Until.TryGetValue(Fingerprint(run), out var until) && now < until;

    public Quarantine Add(RunProtocol.SubmitRun run, RouterSettings settings, TimeSpan now)
    {
        var until = Until.SetItem(Fingerprint(run), now + settings.QuarantineFor);
        while (until.Count > settings.MostQuarantined)
            until = until.Remove(until.MinBy(each => (each.Value, each.Key)).Key);
        return new(until);
    }

    /// <summary>The same for all runs of which an engine is given the same.</summary>
    public static string Fingerprint(RunProtocol.SubmitRun run)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(MemoryMarshal.AsBytes(run.Run.Ids.AsSpan()));
        hash.AppendData(MemoryMarshal.AsBytes(run.Style.Span));
        hash.AppendData(BitConverter.GetBytes(run.Speed));
        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
