using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Messages;

namespace FlowBuilder.Runtime.Channels;

/// <summary>An effect key where only letters, digits and a few signs may stand: Message-ID, file name, header.</summary>
internal static class EffectName
{
    internal static string Of(Company company, Message message) => Of(message.EffectKey(company.Id));

    internal static string Of(string key) =>
        key.All(IsPlain) ? key : string.Concat(key.Select(letter => IsPlain(letter) ? letter.ToString() : $"={(int)letter:x}="));

    private static bool IsPlain(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_';
}
