namespace Kokoro.Tests.Simulation;

/// <summary>What may go wrong in one run of the simulation, drawn from its seed.</summary>
internal sealed class Faults(Random random)
{
    private int _left = random.Next(0, 7);

    /// <summary>Whether this is the moment for one; each takes one from what is left, so that a run comes to its end.</summary>
    public bool Strikes(int oneIn)
    {
        if (_left == 0 || random.Next(oneIn) != 0)
            return false;
        _left--;
        return true;
    }
}
