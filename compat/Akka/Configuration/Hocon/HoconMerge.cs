using System.Collections.Generic;

namespace Akka.Configuration.Hocon;

internal static class HoconMerge
{
    /// <summary>A new value in which <paramref name="upper"/> hides <paramref name="lower"/>, object by object.</summary>
    internal static HoconValue Over(HoconValue upper, HoconValue lower)
    {
        if (upper.Object is null || lower.Object is null)
        {
            return upper;
        }

        var merged = new HoconObject();
        foreach (var (key, value) in lower.Object.Items)
        {
            merged.Items[key] = value;
        }

        foreach (var (key, value) in upper.Object.Items)
        {
            merged.Items[key] = lower.Object.Items.TryGetValue(key, out var hidden) ? Over(value, hidden) : value;
        }

        return HoconValue.Of(merged);
    }

    /// <summary>Writes the fields of <paramref name="source"/> into <paramref name="target"/>, as if they stood in its text.</summary>
    internal static void Into(HoconObject target, HoconObject source)
    {
        foreach (var (key, value) in source.Items)
        {
            if (value.Object is { } fields && target.Items.TryGetValue(key, out var present) && present.Object is { } existing)
            {
                Into(existing, fields);
            }
            else
            {
                target.Items[key] = value;
            }
        }
    }
}
