using System;
using System.Collections.Generic;
using System.Linq;

namespace Akka.Actor;

/// <summary>Where an actor stands: address, the names of its ancestors, its name; the uid tells it from others that had the name.</summary>
public abstract class ActorPath : IEquatable<ActorPath>, IComparable<ActorPath>
{
    internal const long UndefinedUid = 0;

    /// <summary>What a name may hold beside letters and digits.</summary>
    public const string ValidSymbols = "\"-_.*$+:@&=,!~';()";

    private string _text;

    private protected ActorPath(Address address, ActorPath parent, string name, long uid)
    {
        Address = address;
        Parent = parent;
        Name = name;
        Uid = uid;
    }

    public Address Address { get; }

    public ActorPath Parent { get; }

    public string Name { get; }

    public long Uid { get; }

    /// <summary>The names from the root down; none for the root itself.</summary>
    public IReadOnlyList<string> Elements
    {
        get
        {
            var names = new List<string>();
            for (var path = this; path.Parent is not null; path = path.Parent)
            {
                names.Add(path.Name);
            }

            names.Reverse();
            return names;
        }
    }

    public static bool IsValidPathElement(string s) =>
        !string.IsNullOrEmpty(s) && !s.StartsWith('$')
            && s.All(letter => char.IsAsciiLetterOrDigit(letter) || ValidSymbols.Contains(letter) || letter == '%');

    /// <exception cref="UriFormatException">The text is no path of the form akka://system/user/name.</exception>
    public static ActorPath Parse(string path) =>
        TryParse(path, out var actorPath) ? actorPath : throw new UriFormatException($"Can not parse an ActorPath: {path}");

    public static bool TryParse(string path, out ActorPath actorPath)
    {
        actorPath = null;
        if (!Uri.TryCreate(path, UriKind.Absolute, out var uri) || !uri.Scheme.StartsWith("akka", StringComparison.Ordinal))
        {
            return false;
        }

        var afterScheme = path[(uri.Scheme.Length + "://".Length)..];
        var elements = afterScheme.Split('/');
        var at = elements[0].Split('@');
        var hasHost = at.Length == 2;
        actorPath = new RootActorPath(new Address(uri.Scheme, at[0], hasHost ? uri.Host : null, hasHost ? uri.Port : null));
        foreach (var element in elements.Skip(1).Where(element => element.Length > 0))
        {
            var hash = element.IndexOf('#', StringComparison.Ordinal);
            actorPath = hash < 0
                ? actorPath / element
                : new ChildActorPath(actorPath, element[..hash], long.Parse(element[(hash + 1)..]));
        }

        return true;
    }

    public static ActorPath operator /(ActorPath path, string name) => new ChildActorPath(path, name, UndefinedUid);

    public static ActorPath operator /(ActorPath path, IEnumerable<string> name) =>
        name.Aggregate(path, (parent, element) => parent / element);

    public static bool operator ==(ActorPath left, ActorPath right) => Equals(left, right);

    public static bool operator !=(ActorPath left, ActorPath right) => !Equals(left, right);

    public bool Equals(ActorPath other)
    {
        var left = this;
        var right = other;
        while (!ReferenceEquals(left, right))
        {
            if (left is null || right is null || left.Name != right.Name || (left.Parent is null && left.Address != right.Address))
            {
                return false;
            }

            left = left.Parent;
            right = right.Parent;
        }

        return true;
    }

    public override bool Equals(object obj) => Equals(obj as ActorPath);

    public override int GetHashCode() => Parent is null ? Address.GetHashCode() : HashCode.Combine(Parent.GetHashCode(), Name);

    public int CompareTo(ActorPath other) => string.CompareOrdinal(ToString(), other?.ToString());

    public string ToStringWithoutAddress() => "/" + string.Join('/', Elements);

    public string ToStringWithAddress() => Address + ToStringWithoutAddress();

    public string ToStringWithUid() => Uid == UndefinedUid ? ToStringWithAddress() : $"{ToStringWithAddress()}#{Uid}";

    public override string ToString() => _text ??= ToStringWithAddress();
}

public sealed class RootActorPath : ActorPath
{
    public RootActorPath(Address address, string name = "")
        : base(address, null, name, UndefinedUid)
    {
    }
}

public sealed class ChildActorPath : ActorPath
{
    public ChildActorPath(ActorPath parentPath, string name, long uid)
        : base(parentPath.Address, parentPath, name, uid)
    {
    }
}
