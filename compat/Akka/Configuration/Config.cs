using System;
using System.Collections.Generic;
using System.Linq;
using Akka.Configuration.Hocon;

namespace Akka.Configuration;

/// <summary>An immutable tree of settings. Paths are dotted; an element with a dot in it is quoted.</summary>
public class Config
{
    public static readonly Config Empty = ConfigurationFactory.ParseString("");

    public Config(HoconRoot root) => Root = root.Value;

    internal Config(HoconValue root) => Root = root;

    public virtual HoconValue Root { get; }

    public virtual bool IsEmpty => Root?.Object is not { Items.Count: > 0 };

    public virtual bool HasPath(string path) => GetValue(path) is not null;

    public HoconValue GetValue(string path)
    {
        var value = Root;
        foreach (var element in HoconPath.Split(path))
        {
            if (value?.Object is not { } fields || !fields.Items.TryGetValue(element, out value))
            {
                return null;
            }
        }

        return value is { IsMissing: true } ? null : value;
    }

    public virtual bool GetBoolean(string path, bool @default = false) =>
        GetValue(path) is { } value ? HoconLiteral.ToBoolean(value.GetString()) : @default;

    public virtual int GetInt(string path, int @default = 0) =>
        GetValue(path) is { } value ? HoconLiteral.ToInt(value.GetString()) : @default;

    public virtual double GetDouble(string path, double @default = 0) =>
        GetValue(path) is { } value ? HoconLiteral.ToDouble(value.GetString()) : @default;

    public virtual string GetString(string path, string @default = null) => GetValue(path)?.GetString() ?? @default;

    /// <returns>Bytes; null where the key is missing.</returns>
    public virtual long? GetByteSize(string path) => GetValue(path) is { } value ? HoconLiteral.ToByteSize(value.GetString()) : null;

    /// <param name="path">The key.</param>
    /// <param name="default">For a missing key; zero if not given.</param>
    /// <param name="allowInfinite">Whether <c>infinite</c> may stand for <see cref="System.Threading.Timeout.InfiniteTimeSpan"/>.</param>
    public virtual TimeSpan GetTimeSpan(string path, TimeSpan? @default = null, bool allowInfinite = true) =>
        GetValue(path) is { } value ? HoconLiteral.ToTimeSpan(value.GetString(), allowInfinite) : @default.GetValueOrDefault();

    /// <returns>The elements; none where the key is missing or no list.</returns>
    public virtual IList<string> GetStringList(string path) => GetValue(path)?.GetStringList() ?? [];

    public virtual IList<string> GetStringList(string path, string[] defaultPaths) => GetValue(path)?.GetStringList() ?? defaultPaths;

    public virtual IList<int> GetIntList(string path) => [.. GetStringList(path).Select(HoconLiteral.ToInt)];

    /// <returns>Null where the key is missing.</returns>
    public virtual Config GetConfig(string path) => GetValue(path) is { } value ? new Config(value) : null;

    /// <summary>This one wins; objects in both merge.</summary>
    public virtual Config WithFallback(Config fallback)
    {
        if (ReferenceEquals(fallback, this))
        {
            throw new ArgumentException("a config cannot be its own fallback", nameof(fallback));
        }

        return fallback.IsNullOrEmpty() ? this : IsEmpty ? fallback : new Config(HoconMerge.Over(Root, fallback.Root));
    }

    public virtual IEnumerable<KeyValuePair<string, HoconValue>> AsEnumerable() =>
        Root?.Object?.Items ?? Enumerable.Empty<KeyValuePair<string, HoconValue>>();

    public override string ToString() => Root is null ? "" : HoconPrinter.Print(Root);

    public static implicit operator Config(string str) => ConfigurationFactory.ParseString(str);
}
