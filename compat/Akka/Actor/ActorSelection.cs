using System;
using System.Collections.Generic;
using System.IO.Enumeration;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Akka.Actor.Internal;

namespace Akka.Actor;

/// <summary>Whoever lives at a path when a message is sent. Names may hold * and ?; then it may be many.</summary>
public class ActorSelection : ICanTell
{
    private readonly ActorSystemImpl _system;
    private readonly IReadOnlyList<string> _elements;
    private readonly bool _isElsewhere;

    private ActorSelection(IActorRef anchor, IReadOnlyList<string> elements, ActorSystemImpl system, bool isElsewhere)
    {
        Anchor = anchor;
        _elements = elements;
        _system = system;
        _isElsewhere = isElsewhere;
    }

    /// <summary>Where the path starts.</summary>
    public IActorRef Anchor { get; }

    public string PathString => "/" + string.Join('/', _elements);

    internal IActorRefProvider Provider => _system;

    internal static ActorSelection Of(string path, ActorSystemImpl system, LocalActorRef relativeTo)
    {
        if (ActorPath.TryParse(path, out var absolute))
        {
            return new ActorSelection(system.RootGuardian, absolute.Elements, system, absolute.Address != system.RootPath.Address);
        }

        var elements = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return new ActorSelection(path.StartsWith('/') ? system.RootGuardian : relativeTo, elements, system, isElsewhere: false);
    }

    public void Tell(object message, IActorRef sender = null)
    {
        sender ??= ActorCell.GetCurrentSelfOrNoSender();
        var found = Find();
        if (found.Count == 0)
        {
            found = [new EmptyLocalActorRef(Anchor.Path / _elements, _system)];
        }

        foreach (var target in found)
        {
            target.Tell(message, sender);
        }
    }

    /// <exception cref="ActorNotFoundException">Nobody lives there, or did not answer in time.</exception>
    public Task<IActorRef> ResolveOne(TimeSpan timeout) => ResolveOne(timeout, CancellationToken.None);

    /// <inheritdoc cref="ResolveOne(TimeSpan)"/>
    public async Task<IActorRef> ResolveOne(TimeSpan timeout, CancellationToken ct)
    {
        try
        {
            var identity = await this.Ask<ActorIdentity>(new Identify(null), timeout, ct).ConfigureAwait(false);
            return identity.Subject ?? throw new ActorNotFoundException("subject was null");
        }
        catch (AskTimeoutException failure)
        {
            throw new ActorNotFoundException($"no answer from {this} within {timeout}", failure);
        }
    }

    public override string ToString() => $"ActorSelection[Anchor({Anchor.Path}), Path({PathString})]";

    private IReadOnlyList<IActorRef> Find()
    {
        if (_isElsewhere)
        {
            return [];
        }

        IReadOnlyList<IActorRef> current = [Anchor];
        foreach (var element in _elements)
        {
            current = [.. current.SelectMany(parent => Step(parent, element)).Where(found => !found.IsNobody())];
        }

        return current;
    }

    private IEnumerable<IActorRef> Step(IActorRef from, string element)
    {
        if (from is not LocalActorRef actor)
        {
            return [];
        }

        if (element == "..")
        {
            return [actor.Parent];
        }

        if (element.Contains('*') || element.Contains('?'))
        {
            return actor.Cell.ChildRefs()
                .Where(child => FileSystemName.MatchesSimpleExpression(element, child.Path.Name, ignoreCase: false));
        }

        return actor.Equals(_system.RootGuardian) && element == _system.DeadLetters.Path.Name
            ? [_system.DeadLetters]
            : [actor.GetSingleChild(element)];
    }
}
