using System.Collections.Generic;

namespace Akka.Configuration.Hocon;

internal sealed class HoconObject
{
    /// <summary>In the order of the text.</summary>
    internal Dictionary<string, HoconValue> Items { get; } = [];

    /// <summary>Walks to the object at a path of keys and makes what is missing on the way; a value that is no object gives way.</summary>
    internal HoconObject Descend(IEnumerable<string> keys)
    {
        var current = this;
        foreach (var key in keys)
        {
            if (!current.Items.TryGetValue(key, out var value) || value.Object is null)
            {
                if (value is { IsPending: true })
                {
                    throw new HoconFormatException($"'{key}' is a substitution and cannot be extended; write the whole object");
                }

                value = HoconValue.Of(new HoconObject());
                current.Items[key] = value;
            }

            current = value.Object;
        }

        return current;
    }
}
