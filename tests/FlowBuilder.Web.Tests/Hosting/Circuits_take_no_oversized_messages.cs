using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using FlowBuilder.Web.Tests.Support;
using Shouldly;

namespace FlowBuilder.Web.Tests.Hosting;

public sealed class Circuits_take_no_oversized_messages
{
    [Fact]
    public async Task A_message_over_the_limit_ends_the_connection()
    {
        await using var host = new ApiHost();
        host.UseKestrel(0);
        host.StartServer();
        var address = host.ClientOptions.BaseAddress;
        var (browser, cookies) = await SignInAsync(host, address);
        using (browser)
        {
            using var negotiated = await browser.PostAsync(
                new Uri(address, "_blazor/negotiate?negotiateVersion=1"), null, TestContext.Current.CancellationToken);
            negotiated.StatusCode.ShouldBe(HttpStatusCode.OK);
            var token = (await negotiated.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken))
                .GetProperty("connectionToken").GetString();
            using var socket = new ClientWebSocket();
            socket.Options.Cookies = cookies;
            await socket.ConnectAsync(new Uri($"ws://{address.Authority}/_blazor?id={token}"), TestContext.Current.CancellationToken);
            await socket.SendAsync(
                Encoding.UTF8.GetBytes("{\"protocol\":\"blazorpack\",\"version\":1}\u001e"), WebSocketMessageType.Text, true,
                TestContext.Current.CancellationToken);
            var buffer = new byte[4096];
            (await socket.ReceiveAsync(buffer, TestContext.Current.CancellationToken)).Count.ShouldBe(3, "the handshake's answer");

            // A length prefix that announces more than the limit, and as many bytes.
            await socket.SendAsync(
                new byte[] { 0x80, 0x80, 0x20 }.Concat(new byte[FlowBuilderWeb.LargestMessage * 2]).ToArray(), WebSocketMessageType.Binary,
                true, TestContext.Current.CancellationToken);
            await Should.NotThrowAsync(async () =>
            {
                try
                {
                    while ((await socket.ReceiveAsync(buffer, TestContext.Current.CancellationToken)).MessageType
                        != WebSocketMessageType.Close)
                    {
                    }
                }
                catch (WebSocketException)
                {
                    // Cut off without a closing word: refused just as well.
                }
            });
            socket.State.ShouldNotBe(WebSocketState.Open);
        }
    }

    [Fact]
    public async Task Nobody_opens_a_circuit_without_signing_in()
    {
        await using var host = new ApiHost();
        using var answer = await host.CreateClient(new() { AllowAutoRedirect = false })
            .PostAsync(new Uri("/_blazor/negotiate?negotiateVersion=1", UriKind.Relative), null, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldNotBe(HttpStatusCode.OK);
    }

    private static async Task<(HttpClient Browser, CookieContainer Cookies)> SignInAsync(ApiHost host, Uri address)
    {
        var cookies = new CookieContainer();
        var browser = new HttpClient(new HttpClientHandler { CookieContainer = cookies, AllowAutoRedirect = false })
        {
            BaseAddress = address
        };
        return (await People.SignInAsync(browser, await People.HireAsync(host.Services, "sender", "viewer")), cookies);
    }
}
