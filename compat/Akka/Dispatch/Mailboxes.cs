using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Reflection;
using Akka.Actor;
using Akka.Configuration;

namespace Akka.Dispatch;

/// <summary>Finds the mailbox of an actor: what its Props name, else what its type requires, else the default.</summary>
public class Mailboxes
{
    private const string DefaultMailboxId = "akka.actor.default-mailbox";
    private const string RequirementsPath = "akka.actor.mailbox.requirements";

    private readonly ActorSystem _system;
    private readonly ConcurrentDictionary<string, MailboxType> _types = new();
    private readonly ConcurrentDictionary<Type, Type> _requirements = new();

    internal Mailboxes(ActorSystem system) => _system = system;

    /// <summary>-1 where nothing bounds the stash.</summary>
    internal int StashCapacity(Props props) =>
        props.StashCapacity != Props.NoStashCapacity
            ? props.StashCapacity
            : MailboxConfig(IdOf(props)).GetInt("stash-capacity", Props.NoStashCapacity);

    /// <exception cref="ConfigurationException">There is no such mailbox, or it cannot do what the actor's type requires.</exception>
    internal MailboxType TypeFor(Props props)
    {
        var type = Lookup(IdOf(props));
        var required = RequirementOf(props.Type);
        if (required is not null && !required.IsAssignableFrom(type.QueueType))
        {
            throw new ConfigurationException(
                $"the mailbox {type.GetType().Name} of {props.Type.Name} makes {type.QueueType.Name}, but the actor requires {required.Name}; name another mailbox");
        }

        return type;
    }

    private string IdOf(Props props)
    {
        if (props.Mailbox is { } id)
        {
            return id;
        }

        var dispatcherMailbox = _system.Settings.Config.GetString($"{props.Dispatcher}.mailbox-type");
        if (dispatcherMailbox is not null)
        {
            return props.Dispatcher;
        }

        var required = RequirementOf(props.Type);
        return required is null
            ? DefaultMailboxId
            : _system.Settings.Config.GetString($"{RequirementsPath}.\"{required.FullName}\"")
                ?? throw new ConfigurationException($"{RequirementsPath} names no mailbox for {required.FullName}, which {props.Type.Name} requires");
    }

    private MailboxType Lookup(string id) => _types.GetOrAdd(id, Create);

    private MailboxType Create(string id)
    {
        var config = MailboxConfig(id);
        var name = config.GetString("mailbox-type") ?? throw new ConfigurationException($"the mailbox {id} has no mailbox-type");
        var type = Type.GetType(name)
            ?? throw new ConfigurationException($"{id}.mailbox-type: there is no type {name}; write \"Namespace.Type, Assembly\"");
        try
        {
            return (MailboxType)Activator.CreateInstance(type, _system.Settings, config);
        }
        catch (TargetInvocationException failure)
        {
            throw new ArgumentException(
                $"cannot make the mailbox {id} of type {name}: {failure.InnerException?.Message}",
                failure.InnerException);
        }
    }

    private Config MailboxConfig(string id)
    {
        var root = _system.Settings.Config;
        var config = root.GetConfig(id) ?? throw new ConfigurationException($"there is no mailbox {id} in the configuration");
        return config.WithFallback(root.GetConfig(DefaultMailboxId));
    }

    private Type RequirementOf(Type actorType) => _requirements.GetOrAdd(actorType, static type => type.GetInterfaces()
        .Where(candidate => candidate.IsGenericType && candidate.GetGenericTypeDefinition() == typeof(IRequiresMessageQueue<>))
        .Select(candidate => candidate.GetGenericArguments()[0])
        .FirstOrDefault());
}
