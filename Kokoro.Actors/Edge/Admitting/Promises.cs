using System.Collections.Immutable;

namespace Kokoro.Actors.Edge.Admitting;

/// <summary>
/// Who was told to come back when, for one kind of work: each after those who were told so before. A client counts for as much as it could hold at all; what it is
/// refused beyond that is told the same time again. While it holds more than its share it puts off nobody but itself. Pure.
/// </summary>
/// <param name="Until">When all who count for others will have had a place, on the monotonic clock.</param>
internal sealed record Promises(TimeSpan Until, ImmutableDictionary<string, Promises.Own> ByClient)
{
    /// <summary>Far more than ask at the same time. Beyond it all are new again.</summary>
    private const int MostRemembered = 1024;

    public static readonly Promises None = new(TimeSpan.Zero, ImmutableDictionary.Create<string, Own>(StringComparer.Ordinal));

    /// <param name="amount">What was refused, as <paramref name="load"/> counts it.</param>
    /// <param name="free">Until there is a place for it, if nobody was promised one.</param>
    /// <param name="lasts">How long it keeps whoever comes after it from that place.</param>
    /// <returns>How long the client has to wait.</returns>
    public (Promises Next, TimeSpan Wait) Add(string client, Load load, double amount, TimeSpan free, TimeSpan lasts, TimeSpan now)
    {
        var own = ByClient.GetValueOrDefault(client, Own.Nothing).At(now);
        var first = Later(now + free, Until);
        var place = Later(first, own.Until);
        var counts = own.Amount < load.Limit;
        var kept = ByClient.Count < MostRemembered ? ByClient : None.ByClient;
        return (
            new(
                counts && !load.IsOverShare ? first + lasts : Until,
                kept.SetItem(client, counts ? own.Add(place, amount, lasts) : own)),
            place - now);
    }

    private static TimeSpan Later(TimeSpan one, TimeSpan other) => one > other ? one : other;

    /// <summary>What one client was promised and has not come to yet.</summary>
    /// <param name="Until">When it will have had a place for all of it.</param>
    internal sealed record Own(ImmutableQueue<Own.Promise> Promised, double Amount, TimeSpan Until)
    {
        public static readonly Own Nothing = new([], 0, TimeSpan.Zero);

        public Own At(TimeSpan now)
        {
            var (promised, amount) = (Promised, Amount);
            while (!promised.IsEmpty && promised.Peek().Place <= now)
            {
                promised = promised.Dequeue(out var due);
                amount -= due.Amount;
            }

            return promised.IsEmpty ? Nothing with { Until = Until } : new(promised, amount, Until);
        }

        public Own Add(TimeSpan place, double amount, TimeSpan lasts) => new(Promised.Enqueue(new(place, amount)), Amount + amount, place + lasts);

        internal readonly record struct Promise(TimeSpan Place, double Amount);
    }
}
