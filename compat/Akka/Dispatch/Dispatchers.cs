using System;
using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Configuration;

namespace Akka.Dispatch;

/// <summary>The dispatchers that the configuration names.</summary>
public sealed class Dispatchers
{
    public static readonly string DefaultDispatcherId = "akka.actor.default-dispatcher";

    private readonly Settings _settings;
    private readonly ConcurrentDictionary<string, MessageDispatcher> _dispatchers = new();

    internal Dispatchers(Settings settings) => _settings = settings;

    public MessageDispatcher DefaultGlobalDispatcher => Lookup(DefaultDispatcherId);

    public bool HasDispatcher(string id) => _dispatchers.ContainsKey(id) || _settings.Config.HasPath(id);

    /// <exception cref="ConfigurationException">There is none of that name.</exception>
    public MessageDispatcher Lookup(string dispatcherName) => _dispatchers.GetOrAdd(dispatcherName, Create);

    internal void Register(MessageDispatcher dispatcher) => _dispatchers[dispatcher.Id] = dispatcher;

    private MessageDispatcher Create(string id)
    {
        var config = _settings.Config.GetConfig(id) ?? throw new ConfigurationException($"Dispatcher [{id}] not configured.");
        config = config.WithFallback(_settings.Config.GetConfig(DefaultDispatcherId));
        var type = config.GetString("type");
        var throughput = config.GetInt("throughput");
        return type switch
        {
            "Dispatcher" => new Dispatcher(id, throughput),
            "PinnedDispatcher" => new PinnedDispatcher(id, throughput),
            _ => throw new ConfigurationException($"{id}.type is {type}; write Dispatcher or PinnedDispatcher"),
        };
    }
}
