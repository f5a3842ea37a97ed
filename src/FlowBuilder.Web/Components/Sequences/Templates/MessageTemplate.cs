using FlowBuilder.Core.Model.Messages;

namespace FlowBuilder.Web.Components.Sequences.Templates;

/// <summary>A ready-made message that a <see cref="SequenceTemplate"/> sends.</summary>
/// <param name="Key">The key by which steps name it.</param>
/// <param name="Name">What the marketer calls it.</param>
/// <param name="Channel">Email or text.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="Subject">Of an email.</param>
/// <param name="Html">Of an email: its text in the product's plain layout.</param>
/// <param name="Text">Its text.</param>
public sealed record MessageTemplate(string Key, string Name, Channel Channel, Purpose Purpose, string? Subject, string? Html, string Text);
