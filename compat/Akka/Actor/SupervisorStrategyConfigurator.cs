using System;
using Akka.Configuration;

namespace Akka.Actor;

/// <summary>Named by akka.actor.guardian-supervisor-strategy: how /user treats the top-level actors.</summary>
public abstract class SupervisorStrategyConfigurator
{
    public abstract SupervisorStrategy Create();

    public static SupervisorStrategyConfigurator CreateConfigurator(string typeName) =>
        Type.GetType(typeName) is { } type
            ? (SupervisorStrategyConfigurator)Activator.CreateInstance(type)
            : throw new ConfigurationException($"akka.actor.guardian-supervisor-strategy: there is no type {typeName}");
}

public class DefaultSupervisorStrategy : SupervisorStrategyConfigurator
{
    public override SupervisorStrategy Create() => SupervisorStrategy.DefaultStrategy;
}
