using System.Collections.Immutable;

namespace Kokoro.Actors.Pools;

/// <summary>
/// Clients in one line: who comes new stands at its end, and who has been served goes back there. So nobody is served twice while another waits, whatever he has
/// queued.
/// </summary>
/// <param name="Last">The turn at which each client was served last.</param>
/// <param name="Count">Of turns so far.</param>
internal sealed record Turns(ImmutableSortedDictionary<string, long> Last, long Count)
{
    /// <summary>Far more than are ever open. Beyond it all are new again, which costs one round of fairness.</summary>
    private const int MostRemembered = 4096;

    public static readonly Turns Initial = new(ImmutableSortedDictionary.Create<string, long>(StringComparer.Ordinal), 0);

    /// <param name="arrived">The <see cref="Count"/> when it was asked for.</param>
    /// <returns>The least is next; equals are in the order of arrival.</returns>
    public long PlaceOf(string client, long arrived) => Math.Max(arrived, Last.GetValueOrDefault(client));

    public Turns Take(string client)
    {
        var kept = Last.Count < MostRemembered ? Last : Initial.Last;
        return new(kept.SetItem(client, Count + 1), Count + 1);
    }

    /// <summary>While nothing waits nobody is behind anybody.</summary>
    public Turns Rested() => Last.IsEmpty ? this : Initial with { Count = Count };
}
