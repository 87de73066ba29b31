namespace Kokoro.Actors.Edge.Admitting;

/// <summary>What is held of one kind of work, and what may be.</summary>
/// <param name="Held">By all, each client counted for at most <paramref name="Limit"/>.</param>
/// <param name="HeldByClient">By who asks now, counted in full.</param>
/// <param name="Limit">Below it nobody is refused.</param>
/// <param name="NewcomerLimit">For a client that holds nothing.</param>
internal readonly record struct Load(double Held, double HeldByClient, double Limit, double NewcomerLimit)
{
    public bool HasRoom => Held < Limit || (HeldByClient == 0 && Held < NewcomerLimit);

    /// <summary>By how much the work held is too much for this client, its own counted in full.</summary>
    public double Excess => Held - Math.Min(HeldByClient, Limit) + HeldByClient - (HeldByClient == 0 ? NewcomerLimit : Limit);

    public bool IsOverShare => HeldByClient > Limit / 2;

    /// <param name="byClient">What each client holds.</param>
    public static Load Of(IEnumerable<(string Client, double Amount)> byClient, string client, double limit, double newcomerFactor)
    {
        var (all, own) = (0.0, 0.0);
        foreach (var (holder, amount) in byClient)
        {
            all += Math.Min(amount, limit);
            if (holder == client)
                own = amount;
        }

        return new(all, own, limit, limit * newcomerFactor);
    }
}
