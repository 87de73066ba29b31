using System.Collections.Generic;
using System.Linq;
using Akka.Util;

namespace Akka.Actor.Setup;

/// <summary>Something that an actor system is given in code rather than in HOCON.</summary>
public abstract class Setup;

/// <summary>At most one setup of each type.</summary>
public sealed class ActorSystemSetup
{
    public static readonly ActorSystemSetup Empty = new([]);

    private readonly IReadOnlyList<Setup> _setups;

    private ActorSystemSetup(IReadOnlyList<Setup> setups) => _setups = setups;

    public static ActorSystemSetup Create(params Setup[] setup) => setup.Aggregate(Empty, (all, one) => all.WithSetup(one));

    public Option<T> Get<T>()
        where T : Setup => new(_setups.OfType<T>().FirstOrDefault());

    /// <summary>Takes the place of one of the same type.</summary>
    public ActorSystemSetup WithSetup<T>(T setup)
        where T : Setup => new([.. _setups.Where(one => one.GetType() != setup.GetType()), setup]);
}
