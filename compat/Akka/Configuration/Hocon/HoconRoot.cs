using System.Collections.Generic;

namespace Akka.Configuration.Hocon;

/// <summary>What one text reads as; what an include callback returns.</summary>
public class HoconRoot
{
    internal HoconRoot(HoconValue value, IReadOnlyList<HoconValue> unresolved)
    {
        Value = value;
        Unresolved = unresolved;
    }

    public HoconValue Value { get; }

    /// <summary>
    /// The values with substitutions that an including text must resolve again, because it may override what they point at.
    /// </summary>
    internal IReadOnlyList<HoconValue> Unresolved { get; }
}
